package dev.skyline.trainer;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Bounds of the child processes.
 *
 * @param slots how many there are at most, each with one job at a time
 * @param heapBytes of a child's Java heap
 * @param memoryBytes of a child as a whole, above which an allocation of the training fails
 * @param residentBytes a child that holds more than this after a job is replaced
 * @param jobsPerChild after which a child is replaced
 * @param startLimit within which a child must be ready
 * @param cancelLimit within which a child must have given up a cancelled job; then it is killed
 * @param quietLimit how long a measurement waits for the trainings to stand still
 * @param measurementLimit how long a measurement may take
 * @param stallLimit how long a training may stay on one mini-batch, or on reading its data or writing its model
 * @param nativeCache folder into which native libraries are unpacked, 400 MB, once
 * @param crashLogs folder in which the JVM of a child that crashes leaves what it knows
 * @param scratch folder for the temporary files of the children, of no use once they have ended
 */
public record TrainerSettings(
        int slots,
        long heapBytes,
        long memoryBytes,
        long residentBytes,
        int jobsPerChild,
        Duration startLimit,
        Duration cancelLimit,
        Duration quietLimit,
        Duration measurementLimit,
        Duration stallLimit,
        Path nativeCache,
        Path crashLogs,
        Path scratch) {

    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;

    /** A ResNet-152 takes seconds; a loop without end takes no longer than this. */
    private static final Duration FOREIGN_LIMIT = Duration.ofSeconds(90);

    public TrainerSettings {
        if (slots < 1) {
            throw new IllegalArgumentException("a node that trains needs a slot, not " + slots);
        }
        if (jobsPerChild < 1) {
            throw new IllegalArgumentException("a child does at least one job, not " + jobsPerChild);
        }
        if (heapBytes >= memoryBytes) {
            throw new IllegalArgumentException(
                    "a child's heap of " + heapBytes + " bytes does not fit into its memory of " + memoryBytes);
        }
    }

    /** For children that look at one model file of unknown make each: one is looked at while another is measured. */
    TrainerSettings foreign() {
        return new TrainerSettings(
                2,
                Math.max(heapBytes, GIBIBYTE),
                Math.max(memoryBytes, 3 * GIBIBYTE),
                3 * GIBIBYTE,
                1,
                startLimit,
                cancelLimit,
                quietLimit,
                FOREIGN_LIMIT,
                stallLimit,
                nativeCache,
                crashLogs,
                scratch);
    }

    /**
     * The same for exports: one at a time, each in a process of its own, so that none is kept waiting for the next one.
     */
    TrainerSettings forExports() {
        return new TrainerSettings(
                1,
                heapBytes,
                memoryBytes,
                residentBytes,
                1,
                startLimit,
                cancelLimit,
                quietLimit,
                measurementLimit,
                stallLimit,
                nativeCache,
                crashLogs,
                scratch.resolveSibling("scratch-exports"));
    }

    /** Native memory that one training may take, in bytes. */
    long trainingBytes() {
        return memoryBytes - heapBytes;
    }

    /** Proved in use: a child that has trained two hundred networks of the usual sizes holds 700 to 800 MiB. */
    public static TrainerSettings defaults(
            int slots, Duration stallLimit, Path nativeCache, Path crashLogs, Path scratch) {
        return new TrainerSettings(
                slots,
                512 * MEBIBYTE,
                3072 * MEBIBYTE,
                1536 * MEBIBYTE,
                1000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                stallLimit,
                nativeCache,
                crashLogs,
                scratch);
    }
}
