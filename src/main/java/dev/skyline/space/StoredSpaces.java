package dev.skyline.space;

import java.util.List;
import java.util.Optional;

/** The search spaces that were stored, by name. One transaction a method. */
public interface StoredSpaces {

    /** @return false where there is one of this name already; nothing changes then */
    boolean add(StoredSpace space);

    Optional<StoredSpace> find(String name);

    /** All, by name. */
    List<StoredSpace> list();

    /** Removes it if it is there. Experiments that began from it have copies. */
    void delete(String name);
}
