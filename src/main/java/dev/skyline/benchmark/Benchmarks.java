package dev.skyline.benchmark;

import java.util.List;
import java.util.Optional;

/** The benchmarks that there are, by name: what is said of them, not their rows. One transaction a method. */
public interface Benchmarks {

    /** @return false where there is one of this name already; nothing changes then */
    boolean add(Benchmark benchmark);

    Optional<Benchmark> find(String name);

    /** All, by name. */
    List<Benchmark> list();

    /** Removes it if it is there. */
    void delete(String name);
}
