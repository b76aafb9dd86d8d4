package dev.skyline.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A quantity with its unit and the direction in which it is better. The API speaks of it by {@link #key()}. */
public enum Metric {
    ACCURACY(
            "accuracy",
            "ratio",
            Direction.MAXIMIZE,
            Known.AFTER_TRAINING,
            "share of validation samples classified right"),
    TEST_ACCURACY(
            "testAccuracy",
            "ratio",
            Direction.MAXIMIZE,
            Known.REPORTED,
            "share of test samples classified right; never searched on"),
    LOSS("loss", "nats", Direction.MINIMIZE, Known.AFTER_TRAINING, "mean cross-entropy on the validation samples"),
    PARAMETERS("parameters", "1", Direction.MINIMIZE, Known.BEFORE_TRAINING, "trainable values"),
    MACS("macs", "1", Direction.MINIMIZE, Known.BEFORE_TRAINING, "multiply–accumulates for one sample"),
    MODEL_SIZE(
            "modelSize",
            "bytes",
            Direction.MINIMIZE,
            Known.BEFORE_TRAINING,
            "weights and running statistics at 32 bits"),
    MODEL_SIZE_INT8(
            "modelSizeInt8",
            "bytes",
            Direction.MINIMIZE,
            Known.BEFORE_TRAINING,
            "weights with kernels at 8 bits and all else at 32"),
    PEAK_MEMORY(
            "peakMemory",
            "bytes",
            Direction.MINIMIZE,
            Known.BEFORE_TRAINING,
            "weights and the activations alive at once, one sample"),
    LATENCY("latency", "ms", Direction.MINIMIZE, Known.ON_TARGET, "median time of one inference"),
    THROUGHPUT(
            "throughput",
            "samples/s",
            Direction.MAXIMIZE,
            Known.ON_TARGET,
            "samples a second of back-to-back inferences"),
    ENERGY("energy", "mJ", Direction.MINIMIZE, Known.ON_TARGET, "energy of one inference"),
    TRAINING_TIME("trainingTime", "s", Direction.MINIMIZE, Known.REPORTED, "time spent on training, pauses left out");

    /** Which of two values is better. */
    public enum Direction {
        MAXIMIZE,
        MINIMIZE
    }

    /** When, and by whom, a value is had. */
    public enum Known {
        /** Computed from the network. */
        BEFORE_TRAINING,
        /** Given by the performance estimator. */
        AFTER_TRAINING,
        /** Given by a hardware target, so an objective or constraint on it names the target. */
        ON_TARGET,
        /** Told with the result, but no objective. */
        REPORTED
    }

    private final String key;
    private final String unit;
    private final Direction direction;
    private final Known known;
    private final String about;

    Metric(String key, String unit, Direction direction, Known known, String about) {
        this.key = key;
        this.unit = unit;
        this.direction = direction;
        this.known = known;
        this.about = about;
    }

    public static Optional<Metric> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }

    /** Keys of the metrics that an objective or a constraint may name. */
    public static List<String> searchable() {
        return Arrays.stream(values())
                .filter(m -> m.known != Known.REPORTED)
                .map(Metric::key)
                .toList();
    }

    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }

    public Direction direction() {
        return direction;
    }

    public Known known() {
        return known;
    }

    public String about() {
        return about;
    }

    /** The value as one that is better the smaller it is. */
    public double canonical(double value) {
        return direction == Direction.MINIMIZE ? value : -value;
    }

    /** Whether the first value is strictly better. */
    public boolean better(double value, double than) {
        return canonical(value) < canonical(than);
    }
}
