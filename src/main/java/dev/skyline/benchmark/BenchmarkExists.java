package dev.skyline.benchmark;

/** There is another benchmark of this name. */
public final class BenchmarkExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchmarkExists(String name) {
        super("there is a benchmark '" + name + "' already");
    }
}
