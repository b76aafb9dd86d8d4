package dev.skyline.persistence.experiment;

import dev.skyline.estimator.EpochReport;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "epoch")
class EpochRow {

    @EmbeddedId
    private EpochKey key;

    private int epochs;
    private int attempt;
    private double trainingLoss;
    private double validationLoss;
    private double accuracy;
    private double seconds;

    protected EpochRow() {}

    EpochReport toReport() {
        return new EpochReport(key.epoch(), epochs, trainingLoss, validationLoss, accuracy, seconds);
    }
}
