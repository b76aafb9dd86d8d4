package dev.skyline.experiment.view;

import dev.skyline.experiment.TrialState;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How many trials of an experiment are in each state. */
public record TrialCounts(Map<TrialState, Integer> byState) {

    public static final TrialCounts NONE = new TrialCounts(Map.of());

    public TrialCounts {
        byState = Map.copyOf(byState);
    }

    /** @param counts a state that is missing counts none */
    public static TrialCounts of(Map<TrialState, Integer> counts) {
        return new TrialCounts(counts.isEmpty() ? Map.of() : new EnumMap<>(counts));
    }

    public int in(TrialState... states) {
        return Arrays.stream(states).mapToInt(s -> byState.getOrDefault(s, 0)).sum();
    }

    public int total() {
        return in(TrialState.values());
    }

    /** Those that have ended, however they did. */
    public int finished() {
        return in(Arrays.stream(TrialState.values())
                .filter(TrialState::isFinished)
                .toArray(TrialState[]::new));
    }
}
