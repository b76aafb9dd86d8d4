package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.Trials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Feeds an experiment's strategy the prefixes that its proposals were based on, and compares what it proposes with what
 * was tried: equal, also for parallel runs, because a trial stores the last outcome that its proposal could know.
 */
public final class ReplayExperiment {

    private final Experiments experiments;
    private final Trials trials;
    private final Histories histories;
    private final ProposeTrial propose;

    /** A trial that would not be proposed again. */
    public record Difference(int trial, Architecture recorded, Optional<Architecture> proposed) {}

    /**
     * @param trials how many proposals were compared; imported trials are no proposals
     */
    public record Replay(int trials, List<Difference> differences) {}

    public ReplayExperiment(Experiments experiments, Trials trials, Histories histories, ProposeTrial propose) {
        this.experiments = experiments;
        this.trials = trials;
        this.histories = histories;
        this.propose = propose;
    }

    /** O(trials) proposals, each of which may cost O(trials). */
    public Replay replay(ExperimentId id) {
        Experiment experiment = experiments.find(id).orElseThrow(() -> new ExperimentNotFound(id));
        List<Trial> recorded = histories.recorded(id);
        List<Trial> all = Stream.concat(recorded.stream(), trials.unsequenced(id).stream())
                .sorted(Comparator.comparing(Trial::number))
                .toList();
        // Another name, so that nothing that was kept of the original is taken for granted.
        ExperimentId again = ExperimentId.random();
        List<Difference> differences = new ArrayList<>();
        SearchSetup setup = propose.setup(experiment.spec());
        Map<Integer, Trial> asProposed = new HashMap<>();
        int compared = 0;
        for (Trial trial : all) {
            if (ImportTrials.isImported(trial)) {
                continue;
            }
            compared++;
            TrialHistory history = new TrialHistory(
                    again,
                    experiment.spec().problem(),
                    recorded.subList(0, (int) trial.basedOn()),
                    all.stream()
                            .filter(other -> wasPending(other, trial))
                            .map(other -> asProposed.computeIfAbsent(
                                    other.number(),
                                    number ->
                                            other.asProposed(setup.beforehand().costs(other.architecture()))))
                            .toList());
            Optional<Architecture> proposed = propose.next(experiment, setup, history, trial.number())
                    .map(next -> next.trial().architecture());
            if (!proposed.equals(Optional.of(trial.architecture()))) {
                differences.add(new Difference(trial.number(), trial.architecture(), proposed));
            }
        }
        return new Replay(compared, differences);
    }

    /** Whether the other had been proposed and not recorded when the trial was proposed. */
    private static boolean wasPending(Trial other, Trial trial) {
        return other.number() < trial.number()
                && (other.sequence().isEmpty() || other.sequence().getAsLong() > trial.basedOn());
    }
}
