package dev.skyline.experiment;

import java.util.Map;

/**
 * Something that watchers of an experiment want to know at once. The data is small and plain; whoever needs more reads
 * it.
 *
 * @param type {@code experiment}, {@code trial} or {@code epoch}
 * @param data plain values by name
 */
public record ExperimentEvent(ExperimentId experiment, String type, Map<String, Object> data) {

    public static ExperimentEvent state(Experiment experiment) {
        return new ExperimentEvent(
                experiment.id(),
                "experiment",
                Map.of(
                        "state",
                        experiment.state().name(),
                        "reason",
                        experiment.end().map(End::reason).orElse("")));
    }

    public static ExperimentEvent trial(Trial trial) {
        return new ExperimentEvent(
                trial.id().experiment(),
                "trial",
                Map.of(
                        "number",
                        trial.number(),
                        "state",
                        trial.state().name(),
                        "sequence",
                        trial.sequence().orElse(0)));
    }
}
