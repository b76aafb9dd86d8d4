package dev.skyline.trainer.child;

import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.export.ExportFailed;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

/** What a child does with its jobs. Always called on the same thread. */
interface Workload {

    /** Loads what is slow to load, so that the first job does not pay for it. */
    void prepare();

    /**
     * @throws InterruptedException where the monitor ended it
     * @throws EstimationFailed where the network cannot be trained
     */
    Report.Trained train(Command.Train job, TrainingMonitor monitor) throws InterruptedException;

    /**
     * @throws InterruptedException where the thread was interrupted
     * @throws MeasurementFailed where the model cannot be measured
     */
    Report.Measured measure(Command.Measure job) throws InterruptedException;

    /**
     * @throws InterruptedException where the thread was interrupted
     * @throws MeasurementFailed where the network cannot be measured
     */
    Report.Measured measure(Command.MeasureGraph job) throws InterruptedException;

    /**
     * @throws InterruptedException where the thread was interrupted
     * @throws MeasurementFailed where the file is none that can be run
     */
    Report.Outcome look(Command.Foreign job) throws InterruptedException;

    /**
     * @throws ExportFailed where the model cannot be exported, or not as the same model
     */
    Report.Exported export(Command.Export job);
}
