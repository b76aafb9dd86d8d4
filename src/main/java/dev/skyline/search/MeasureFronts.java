package dev.skyline.search;

import dev.skyline.execution.LongWork;
import dev.skyline.execution.SoleWork;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures the members of final fronts again, one after the other, with their trained weights: while a search runs, its
 * trainings and other measurements may have been in the way. Each is measured on a node that has its model.
 */
public final class MeasureFronts {

    private static final Logger LOG = System.getLogger(MeasureFronts.class.getName());

    private final Experiments experiments;
    private final Trials trials;
    private final SecondMeasurements second;
    private final FinalFront fronts;
    private final TrainedModels models;
    private final Catalogue catalogue;
    private final SoleWork sole;
    private final Clock clock;

    public MeasureFronts(
            Experiments experiments,
            Trials trials,
            SecondMeasurements second,
            FinalFront fronts,
            TrainedModels models,
            Catalogue catalogue,
            SoleWork sole,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.second = second;
        this.fronts = fronts;
        this.models = models;
        this.catalogue = catalogue;
        this.sole = sole;
        this.clock = clock;
    }

    /** Measuring what waits and what this node has the models of, by the names of what measures it. */
    public Map<String, LongWork> due() {
        for (ExperimentId id : second.undecided()) {
            experiments.find(id).ifPresent(experiment -> second.decide(id, members(experiment)));
        }
        Map<ExperimentId, List<TrialId>> waiting = second.waiting().stream()
                .collect(Collectors.groupingBy(TrialId::experiment, LinkedHashMap::new, Collectors.toList()));
        return ByDevices.together(waiting.keySet().stream()
                .map(experiments::find)
                .flatMap(Optional::stream)
                .map(experiment -> new ByDevices(
                        FinalFront.measuringNames(experiment.spec()),
                        () -> measure(experiment, waiting.get(experiment.id()))))
                .toList());
    }

    private void measure(Experiment experiment, List<TrialId> waiting) throws InterruptedException {
        for (TrialId id : waiting) {
            Optional<Trial> trial = trials.find(id);
            if (trial.isPresent()) {
                measure(experiment, trial.get());
            }
        }
    }

    /** None where what the experiment was made of is gone by now. */
    private Set<Integer> members(Experiment experiment) {
        try {
            return fronts.members(experiment);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the front of experiment " + experiment.id() + " is not measured again", e);
            return Set.of();
        }
    }

    private void measure(Experiment experiment, Trial trial) throws InterruptedException {
        Optional<Path> model = trial.model().flatMap(models::find);
        boolean elsewhere = trial.model().isPresent() && model.isEmpty();
        if (elsewhere) {
            return;
        }
        sole.run("second measurement of " + trial.id(), () -> {
            if (second.isWaiting(trial.id())) {
                second.record(outcome(experiment, trial, model));
            }
        });
    }

    private SecondMeasurement outcome(Experiment experiment, Trial trial, Optional<Path> model)
            throws InterruptedException {
        try {
            Measurements found = found(experiment.spec(), trial, model);
            return new SecondMeasurement(trial.id(), found, Optional.empty(), clock.instant());
        } catch (MeasurementFailed e) {
            return failed(trial, new End(e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "trial " + trial.id() + " could not be measured again", e);
            return failed(trial, new End("MeasurementFailed", e.toString()));
        }
    }

    private Measurements found(ExperimentSpec spec, Trial trial, Optional<Path> model) throws InterruptedException {
        Candidate candidate = new Candidate(
                trial.architecture(),
                catalogue.space(spec.searchSpace(), spec.subject()).decode(trial.architecture()),
                Seeds.training(spec.seed(), trial.architecture().id()),
                model);
        Measurements found = Measurements.none();
        for (FinalFront.Measuring device : fronts.measuring(spec)) {
            found = found.plus(device.measure(candidate));
        }
        return spec.problem().completed(found);
    }

    private SecondMeasurement failed(Trial trial, End why) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted meanwhile: " + why.message());
        }
        return new SecondMeasurement(trial.id(), Measurements.none(), Optional.of(why), clock.instant());
    }
}
