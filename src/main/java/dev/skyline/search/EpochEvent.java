package dev.skyline.search;

import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.TrialId;

import java.util.LinkedHashMap;
import java.util.Map;

/** A point of a learning curve, for those who watch. */
final class EpochEvent {

    private EpochEvent() {}

    static ExperimentEvent of(TrialId trial, EpochReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", trial.number());
        data.put("epoch", report.epoch());
        data.put("epochs", report.epochs());
        data.put("accuracy", report.accuracy());
        putKnown(data, "trainingLoss", report.trainingLoss());
        putKnown(data, "validationLoss", report.validationLoss());
        return new ExperimentEvent(trial.experiment(), "epoch", data);
    }

    private static void putKnown(Map<String, Object> data, String name, double loss) {
        if (!Double.isNaN(loss)) {
            data.put(name, loss);
        }
    }
}
