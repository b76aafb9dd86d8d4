package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Experiment.Editable;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.IllegalTransition;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Adds what was evaluated elsewhere to an experiment, so that its strategy starts warm. Imported trials are recorded as
 * any other, with the reason {@value #IMPORTED}; the budget grows by their number.
 */
public final class ImportTrials {

    /** The reason that an imported trial carries. */
    public static final String IMPORTED = "Imported";

    /** Most trials in one call. */
    public static final int MAX_COUNT = 1000;

    private final Experiments experiments;
    private final Trials trials;
    private final Catalogue catalogue;
    private final ExperimentEvents events;
    private final Clock clock;

    /**
     * A trial that was evaluated elsewhere.
     *
     * @param fidelity the estimator's full one, where empty
     * @param measurements values of all objectives and constraints that are not computed
     */
    public record Finished(String architecture, Optional<Fidelity> fidelity, Measurements measurements) {}

    public ImportTrials(
            Experiments experiments, Trials trials, Catalogue catalogue, ExperimentEvents events, Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    static boolean isImported(Trial trial) {
        return trial.end().filter(end -> end.reason().equals(IMPORTED)).isPresent();
    }

    /**
     * All of them or none.
     *
     * @param source for people: where they come from
     * @return the recorded trials
     * @throws InvalidExperiment where an architecture is none of the space, or lacks a value
     * @throws IllegalTransition where the experiment has ended
     */
    public List<Trial> add(ExperimentId id, List<Finished> finished, String source) {
        return experiments.hold(id, experiment -> {
            if (experiment.state().isFinished()) {
                throw new IllegalTransition("import trials into", experiment.state());
            }
            SearchSetup setup = SearchSetup.of(experiment.spec(), catalogue);
            Faults faults = new Faults();
            List<Trial> proposed = new ArrayList<>();
            int number = trials.lastNumber(id);
            for (int i = 0; i < finished.size(); i++) {
                trial(experiment, setup, finished.get(i), ++number, "trials[" + i + "]", faults)
                        .ifPresent(proposed::add);
            }
            faults.throwIfAny();
            List<Trial> recorded = new ArrayList<>();
            for (int i = 0; i < proposed.size(); i++) {
                recorded.add(record(
                        experiment.spec().problem(),
                        proposed.get(i),
                        finished.get(i).measurements(),
                        source));
            }
            experiments.update(experiment.edited(grown(experiment.editable(), recorded.size())));
            return recorded;
        });
    }

    private Optional<Trial> trial(
            Experiment experiment, SearchSetup setup, Finished finished, int number, String field, Faults faults) {
        SearchSpace space = setup.space();
        Optional<Architecture> architecture =
                faults.collect(field + ".architecture", () -> space.parse(finished.architecture()));
        if (architecture.isEmpty()) {
            return Optional.empty();
        }
        Measurements known = setup.beforehand().costs(architecture.get());
        String missing = MissingValues.of(experiment.spec().problem(), known.plus(finished.measurements()));
        if (!missing.isEmpty()) {
            faults.add(field + ".measurements", "must give " + missing);
            return Optional.empty();
        }
        return Optional.of(Trial.proposed(
                new TrialId(experiment.id(), number),
                architecture.get(),
                OptionalInt.empty(),
                finished.fidelity().orElseGet(setup.estimator()::fullFidelity),
                known,
                0,
                clock.instant()));
    }

    private Trial record(Problem problem, Trial trial, Measurements measurements, String source) {
        trials.add(trial);
        TrialOutcome outcome = new TrialOutcome(
                TrialState.SUCCEEDED, Optional.of(new End(IMPORTED, source)), measurements, Optional.empty(), true);
        Trial recorded = trials.record(trial.id(), 0, Aggregated.outcome(problem, trial, outcome), clock.instant())
                .orElseThrow();
        events.publish(ExperimentEvent.trial(recorded));
        return recorded;
    }

    private static Editable grown(Editable editable, int by) {
        Budget budget = editable.budget();
        return new Editable(
                editable.name(),
                editable.notes(),
                editable.labels(),
                new Budget(
                        Math.min(CheckDraft.MAX_TRIALS, budget.maxTrials() + by),
                        budget.maxDuration(),
                        budget.maxFailedTrials()),
                editable.parallelism());
    }
}
