package dev.skyline.benchmark;

/**
 * What a table may ask of this machine. All are at least 1.
 *
 * @param unpackedBytes bytes that the file unpacks to
 * @param rows lines beside the header
 * @param line characters of a line
 * @param columns beside architecture and epochs
 */
public record BenchmarkLimits(long unpackedBytes, int rows, int line, int columns) {

    /** Enough for all of NAS-Bench-101, 423,624 cells at four numbers of epochs. */
    public static final BenchmarkLimits DEFAULT = new BenchmarkLimits(512L << 20, 2_000_000, 20_000, 64);
}
