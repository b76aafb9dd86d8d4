package dev.skyline.experiment;

import dev.skyline.metric.Measurements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A model from elsewhere that an experiment is compared with: a reference point, no trial. Strategies know nothing of
 * it.
 *
 * @param name for people, no two of an experiment alike; 1 to 100 characters
 * @param model SHA-256 of its ONNX file, in hexadecimal
 * @param shape of one sample: channels, height and width of an image, or the number of features
 * @param statedAccuracy share of samples it is said to get right, where somebody said so; in [0, 1]
 * @param end why it FAILED; present then
 * @param measurements what is known of it
 */
public record Baseline(
        UUID id,
        ExperimentId experiment,
        String name,
        String model,
        List<Integer> shape,
        int classes,
        OptionalDouble statedAccuracy,
        State state,
        Optional<End> end,
        Measurements measurements,
        Instant createdAt) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** How far it has come. */
    public enum State {
        /** Waits for its measurement, or is being measured. */
        MEASURING,
        MEASURED,
        FAILED
    }

    public Baseline {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters, not '" + name + "'");
        }
        if (statedAccuracy.isPresent() && !(statedAccuracy.getAsDouble() >= 0 && statedAccuracy.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("an accuracy lies in [0, 1], not " + statedAccuracy.getAsDouble());
        }
        if ((state == State.FAILED) != end.isPresent()) {
            throw new IllegalArgumentException("what FAILED, and nothing else, has a reason");
        }
        shape = List.copyOf(shape);
    }

    public Baseline measured(Measurements all) {
        return with(State.MEASURED, Optional.empty(), all);
    }

    /** @param some what could be measured all the same */
    public Baseline failed(End why, Measurements some) {
        return with(State.FAILED, Optional.of(why), some);
    }

    private Baseline with(State next, Optional<End> why, Measurements known) {
        return new Baseline(id, experiment, name, model, shape, classes, statedAccuracy, next, why, known, createdAt);
    }
}
