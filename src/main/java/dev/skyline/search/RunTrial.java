package dev.skyline.search;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress;
import dev.skyline.execution.LearningCurves;
import dev.skyline.execution.Screening;
import dev.skyline.execution.TrialEvaluation;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.metric.Constraint;
import dev.skyline.network.Candidate;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Evaluates a trial that this node picked up, records its outcome once, and gives the experiment its next turn. */
public final class RunTrial implements TrialRunner {

    /** A trial that takes its worker process down this often is at fault itself; a restart of the node is not its doing. */
    private static final int LOSSES = 2;

    private static final String WORKER_LOST = "WorkerLost";

    private final Experiments experiments;
    private final Trials trials;
    private final LearningCurves curves;
    private final Catalogue catalogue;
    private final AdvanceExperiment advance;
    private final ExperimentEvents events;
    private final Clock clock;
    private final Instant up;

    public RunTrial(
            Experiments experiments,
            Trials trials,
            LearningCurves curves,
            Catalogue catalogue,
            AdvanceExperiment advance,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.curves = curves;
        this.catalogue = catalogue;
        this.advance = advance;
        this.events = events;
        this.clock = clock;
        this.up = clock.instant();
    }

    @Override
    public boolean run(TrialId id) throws InterruptedException {
        Optional<Experiment> experiment = experiments.find(id.experiment());
        Optional<Trial> given = trials.find(id).filter(trial -> !trial.state().isFinished());
        if (experiment.isEmpty() || given.isEmpty()) {
            return true;
        }
        Map<String, HardwareTarget> measured = measured(experiment.get());
        try {
            if (!areThere(measured.values(), given.get())) {
                return false;
            }
        } catch (MeasurementFailed e) {
            record(given.get(), TrialOutcome.failed(e.code(), e.getMessage()));
            return true;
        }
        evaluate(experiment.get(), id, measured);
        return true;
    }

    private Map<String, HardwareTarget> measured(Experiment experiment) {
        Map<String, HardwareTarget> measured = new LinkedHashMap<>();
        for (Device device : experiment.spec().devices()) {
            HardwareTarget target = catalogue.target(device);
            if (!(target instanceof ModelledTarget)) {
                measured.put(device.name(), target);
            }
        }
        return measured;
    }

    /** Asks each of them, as each has a patience of its own. No device can be heard while the service is down. */
    private boolean areThere(Collection<HardwareTarget> targets, Trial trial) {
        Instant since = trial.createdAt().isBefore(up) ? up : trial.createdAt();
        return targets.stream()
                .filter(target -> !target.isThere(since))
                .toList()
                .isEmpty();
    }

    private void evaluate(Experiment experiment, TrialId id, Map<String, HardwareTarget> measured)
            throws InterruptedException {
        int losses = 0;
        for (Optional<Trial> trial = start(id); trial.isPresent(); trial = start(id)) {
            TrialOutcome outcome = evaluate(experiment, trial.get(), measured);
            if (!isWorkerLost(outcome) || ++losses == LOSSES) {
                record(trial.get(), Aggregated.outcome(experiment.spec().problem(), trial.get(), outcome));
                return;
            }
        }
    }

    private Optional<Trial> start(TrialId id) {
        Optional<Trial> started = trials.start(id, clock.instant());
        started.ifPresent(trial -> events.publish(ExperimentEvent.trial(trial)));
        return started;
    }

    private TrialOutcome evaluate(Experiment experiment, Trial trial, Map<String, HardwareTarget> measured)
            throws InterruptedException {
        SearchSetup setup = SearchSetup.of(experiment.spec(), catalogue);
        Candidate candidate = new Candidate(
                trial.architecture(),
                setup.space().decode(trial.architecture()),
                Seeds.training(experiment.spec().seed(), trial.architecture().id()),
                Optional.empty());
        return new TrialEvaluation(
                        setup.estimator(),
                        List.copyOf(measured.values()),
                        screening(measured, experiment.spec().problem().constraints()))
                .evaluate(candidate, trial.fidelity(), report -> report(trial, report));
    }

    private static Screening screening(Map<String, HardwareTarget> measured, List<Constraint> limits) {
        Set<String> limited =
                limits.stream().flatMap(limit -> limit.key().target().stream()).collect(Collectors.toSet());
        return new Screening(
                measured.entrySet().stream()
                        .filter(target -> limited.contains(target.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                limits);
    }

    private Progress.Answer report(Trial trial, EpochReport report) {
        curves.add(trial.id(), trial.attempt(), report);
        events.publish(EpochEvent.of(trial.id(), report));
        return Progress.Answer.CONTINUE;
    }

    private void record(Trial trial, TrialOutcome outcome) {
        trials.record(trial.id(), trial.attempt(), outcome, clock.instant())
                .ifPresent(recorded -> events.publish(ExperimentEvent.trial(recorded)));
        advance.advance(trial.id().experiment());
    }

    private static boolean isWorkerLost(TrialOutcome outcome) {
        return outcome.state() == TrialState.FAILED
                && outcome.end().orElseThrow().reason().equals(WORKER_LOST);
    }
}
