package dev.skyline.search;

import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Experiment.Editable;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Subject;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.search.ImportTrials.Finished;

import java.util.List;
import java.util.Optional;

/** Submits the same search again, with another name, another seed, or what the first one found to start from. */
public final class CloneExperiment {

    private final Experiments experiments;
    private final Histories histories;
    private final SubmitExperiment submit;
    private final ControlExperiment control;
    private final ImportTrials imports;

    /**
     * How the clone differs.
     *
     * @param warmStart whether it begins with the evaluated trials of the original
     * @param start false leaves it paused
     */
    public record Changes(Optional<String> name, Optional<Long> seed, boolean warmStart, boolean start) {}

    public CloneExperiment(
            Experiments experiments,
            Histories histories,
            SubmitExperiment submit,
            ControlExperiment control,
            ImportTrials imports) {
        this.experiments = experiments;
        this.histories = histories;
        this.submit = submit;
        this.control = control;
        this.imports = imports;
    }

    /**
     * @return the clone
     * @throws ExperimentNotFound where there is no original
     * @throws InvalidExperiment where what the original was made of is gone by now
     */
    public Experiment copy(ExperimentId id, Changes changes) {
        Experiment original = experiments.find(id).orElseThrow(() -> new ExperimentNotFound(id));
        Experiment clone = submit.submit(draft(original, changes));
        if (changes.warmStart()) {
            List<Finished> found = histories.recorded(id).stream()
                    .filter(trial -> trial.state().isEvaluated())
                    .map(CloneExperiment::finished)
                    .toList();
            for (int from = 0; from < found.size(); from += ImportTrials.MAX_COUNT) {
                List<Finished> part = found.subList(from, Math.min(found.size(), from + ImportTrials.MAX_COUNT));
                imports.add(clone.id(), part, "from experiment " + id);
            }
        }
        if (changes.start()) {
            control.resume(clone.id());
        }
        return experiments.find(clone.id()).orElse(clone);
    }

    /** Paused, so that it does not begin before its trials are imported. */
    private static Draft draft(Experiment original, Changes changes) {
        ExperimentSpec spec = original.spec();
        Editable editable = original.editable();
        return new Draft(
                changes.name().orElse(editable.name()),
                Optional.of(editable.notes()),
                editable.labels(),
                on(spec.subject()),
                Optional.of(spec.searchSpace()),
                Optional.of(spec.strategy()),
                Optional.of(spec.estimator()),
                Optional.of(spec.hardwareTargets()),
                spec.problem().objectives().stream()
                        .map(CloneExperiment::objective)
                        .toList(),
                spec.problem().constraints().stream()
                        .map(CloneExperiment::constraint)
                        .toList(),
                Optional.of(editable.budget().maxTrials()),
                editable.budget().maxDuration(),
                Optional.of(editable.budget().maxFailedTrials()),
                Optional.of(editable.parallelism()),
                Optional.of(changes.seed().orElse(spec.seed())),
                spec.memory(),
                false);
    }

    private static Draft.On on(Subject subject) {
        if (subject instanceof DatasetRef dataset) {
            return Draft.On.dataset(dataset.name());
        }
        if (subject instanceof BenchmarkRef benchmark) {
            return Draft.On.benchmark(benchmark.name());
        }
        return new Draft.On(
                Optional.empty(), Optional.empty(), Optional.of(new Draft.Task(subject.input(), subject.classCount())));
    }

    private static Draft.Objective objective(Objective objective) {
        MetricKey key = objective.key();
        return new Draft.Objective(key.metric().key(), key.target(), objective.goal());
    }

    private static Draft.Constraint constraint(Constraint constraint) {
        MetricKey key = constraint.key();
        return new Draft.Constraint(
                key.metric().key(), key.target(), constraint.atMost(), constraint.atLeast(), constraint.confidence());
    }

    private static Finished finished(Trial trial) {
        List<Measurement> found = trial.measurements().list().stream()
                .filter(measurement -> measurement.source() != Measurement.Source.COMPUTED)
                .toList();
        return new Finished(trial.architecture().text(), Optional.of(trial.fidelity()), Measurements.of(found));
    }
}
