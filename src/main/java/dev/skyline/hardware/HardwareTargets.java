package dev.skyline.hardware;

import java.util.List;
import java.util.Optional;

/** The hardware targets that there are, by name. Every method is one transaction, or joins the caller's. */
public interface HardwareTargets {

    /** @return false where there is one of this name already; nothing changes then */
    boolean add(HardwareTargetSpec target);

    Optional<HardwareTargetSpec> find(String name);

    /** All, by name. */
    List<HardwareTargetSpec> list();

    void delete(String name);
}
