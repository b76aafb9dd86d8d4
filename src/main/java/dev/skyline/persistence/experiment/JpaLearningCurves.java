package dev.skyline.persistence.experiment;

import dev.skyline.estimator.EpochReport;
import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialId;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

@Repository
@Transactional
class JpaLearningCurves implements LearningCurves {

    private final EpochRows rows;

    JpaLearningCurves(EpochRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(TrialId trial, int attempt, EpochReport report) {
        UUID experiment = trial.experiment().value();
        rows.deleteBefore(experiment, trial.number(), attempt);
        rows.insert(
                experiment,
                trial.number(),
                attempt,
                report.epoch(),
                report.epochs(),
                report.trainingLoss(),
                report.validationLoss(),
                report.accuracy(),
                report.seconds());
    }

    @Override
    @Transactional(readOnly = true)
    public List<EpochReport> of(TrialId trial) {
        return rows.of(trial.experiment().value(), trial.number()).stream()
                .map(EpochRow::toReport)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Double> averages(ExperimentId experiment, int epoch) {
        return rows.averages(experiment.value(), epoch);
    }
}
