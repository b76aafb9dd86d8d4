package dev.skyline.trainer.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.skyline.estimator.EpochReport;
import dev.skyline.export.Agreement;
import dev.skyline.hardware.LatencyReport;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a child says to its node. Each is shorter than 4 KiB, so that the operating system writes it in one piece even
 * where native code prints to the same pipe.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Report.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Report.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = Report.Epoch.class, name = "epoch"),
    @JsonSubTypes.Type(value = Report.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = Report.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = Report.Trained.class, name = "trained"),
    @JsonSubTypes.Type(value = Report.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Report.Inspected.class, name = "inspected"),
    @JsonSubTypes.Type(value = Report.Appraised.class, name = "appraised"),
    @JsonSubTypes.Type(value = Report.Exported.class, name = "exported"),
    @JsonSubTypes.Type(value = Report.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Report.Failed.class, name = "failed")
})
public sealed interface Report {

    /** The child takes jobs from now on. */
    record Ready() implements Report {}

    /** The training goes on, or stands still because it was asked to; sent every few seconds. */
    record Alive() implements Report {}

    /** An epoch is over; the training waits for {@code CONTINUE} or {@code STOP}. */
    record Epoch(EpochReport epoch) implements Report {}

    /** The training stands still, or there is none. */
    record Paused(int number) implements Report {}

    /** The child lives. */
    record Pong() implements Report {}

    /** How a job ended. */
    sealed interface Outcome extends Report {}

    /**
     * The training is over, by itself or early.
     *
     * @param loss mean cross-entropy on the validation samples, in nats
     * @param seconds of training, pauses left out
     */
    record Trained(double accuracy, double testAccuracy, double loss, double seconds, boolean stoppedEarly, Path model)
            implements Outcome {}

    /**
     * The model was measured.
     *
     * @param peakMemory bytes that opening and running it took, where the child does nothing else and the system tells
     */
    record Measured(LatencyReport latency, OptionalLong peakMemory) implements Outcome {

        /** By a child that does other things too. */
        public Measured(LatencyReport latency) {
            this(latency, OptionalLong.empty());
        }

        /** The same figures, not to be relied on: something else wanted the cores. */
        public Measured unsteady() {
            return new Measured(latency.unsteady(), peakMemory);
        }
    }

    /**
     * What a model file is.
     *
     * @param shape of one sample
     * @param parameters numbers in its initializers
     */
    record Inspected(List<Integer> shape, int classes, long parameters) implements Outcome {}

    /**
     * What a model file does.
     *
     * @param accuracy share of the validation samples, where there are any for it
     * @param testAccuracy share of the test samples, where there are any for it
     * @param peakMemory bytes that opening it and one inference take, where the system tells
     */
    record Appraised(OptionalDouble accuracy, OptionalDouble testAccuracy, OptionalLong peakMemory)
            implements Outcome {}

    /** The model was written, and the files are the same model. */
    record Exported(Agreement agreement) implements Outcome {}

    /** The job was given up because the node asked for it. */
    record Cancelled() implements Outcome {}

    /**
     * The job failed.
     *
     * @param code upper camel
     * @param last whether the child ends now, because it can no longer be relied on
     */
    record Failed(String code, String message, boolean last) implements Outcome {

        private static final int LONGEST_MESSAGE = 600;

        public Failed {
            if (message.length() > LONGEST_MESSAGE) {
                message = message.substring(0, LONGEST_MESSAGE) + "…";
            }
        }
    }
}
