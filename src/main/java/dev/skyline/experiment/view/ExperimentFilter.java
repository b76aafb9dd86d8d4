package dev.skyline.experiment.view;

import dev.skyline.experiment.ExperimentState;

import java.util.Optional;
import java.util.Set;

/**
 * Which experiments are listed.
 *
 * @param states any, where empty
 * @param name part of the name, upper and lower case alike
 * @param label one that it must have
 * @param exclude a label that it must not have
 */
public record ExperimentFilter(
        Set<ExperimentState> states, Optional<String> name, Optional<String> label, Optional<String> exclude) {

    public static final ExperimentFilter ALL =
            new ExperimentFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ExperimentFilter {
        states = Set.copyOf(states);
    }
}
