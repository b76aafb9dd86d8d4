package dev.skyline.trainer.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.hardware.HostSettings;
import dev.skyline.metric.Fidelity;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a node says to a child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.Train.class, name = "train"),
    @JsonSubTypes.Type(value = Command.Measure.class, name = "measure"),
    @JsonSubTypes.Type(value = Command.MeasureGraph.class, name = "measureGraph"),
    @JsonSubTypes.Type(value = Command.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = Command.Appraise.class, name = "appraise"),
    @JsonSubTypes.Type(value = Command.Export.class, name = "export"),
    @JsonSubTypes.Type(value = Command.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Command.Tell.class, name = "tell")
})
public sealed interface Command {

    /** What is answered by exactly one {@link Report.Outcome}; the next job is sent after that. */
    sealed interface Job extends Command {}

    /**
     * Trains a network and writes it as an ONNX file.
     *
     * @param network as {@link dev.skyline.network.NetworkDocument} writes it
     * @param dataset hash of the data set's content
     * @param splitSeed of the split into training, validation and test samples
     * @param seed of everything else that is random in the training
     * @param dataDirectory of the service: data sets lie in it, and model files are laid into it
     */
    record Train(
            Map<String, Object> network,
            String dataset,
            long splitSeed,
            TrainingSettings settings,
            Fidelity fidelity,
            long seed,
            ModelOrigin origin,
            Path dataDirectory)
            implements Job {}

    /** What is answered by {@link Report.Measured}, or a failure. */
    sealed interface Measurement extends Job {}

    /** Measures how fast a model file is under ONNX Runtime. */
    record Measure(Path model, HostSettings settings) implements Measurement {}

    /**
     * Measures how fast a network is under DL4J; its weights do not matter.
     *
     * @param network as {@link dev.skyline.network.NetworkDocument} writes it
     */
    record MeasureGraph(Map<String, Object> network, HostSettings settings) implements Measurement {}

    /** What is asked of a model file of unknown make. */
    sealed interface Foreign extends Job {
        Path model();
    }

    /** Says what a model file is; answered by {@link Report.Inspected}. */
    record Inspect(Path model) implements Foreign {}

    /**
     * Says how well a model file does on the data of an experiment; answered by {@link Report.Appraised}.
     *
     * @param dataset hash of the data set's content, if the model is for such samples
     * @param splitSeed of the split into training, validation and test samples
     * @param dataDirectory of the service: data sets lie in it
     */
    record Appraise(Path model, Optional<String> dataset, long splitSeed, Path dataDirectory) implements Foreign {}

    /**
     * Makes a trained model into files for others; see {@link dev.skyline.export.ModelWorkshop}.
     *
     * @param model file that a training left
     * @param network as {@link dev.skyline.network.NetworkDocument} writes it
     * @param dataset hash of the content of the data set that samples for the proof are taken from
     * @param metadata what the ONNX file says of itself in addition
     * @param dataDirectory of the service, in which data sets lie
     * @param folder for the files
     */
    record Export(
            Path model,
            Map<String, Object> network,
            String dataset,
            boolean fold,
            Map<String, String> metadata,
            String className,
            Path dataDirectory,
            Path folder)
            implements Job {}

    /**
     * Holds the training between two mini-batches until {@link Signal#RESUME}; answered by {@link Report.Paused} once it
     * stands still.
     *
     * @param number tells this pause from earlier ones, whose answers may come late
     */
    record Pause(int number) implements Command {}

    /** A command that is but a word. */
    record Tell(Signal signal) implements Command {}

    /** The words. */
    enum Signal {
        RESUME,
        /** Give the job up; answered by {@link Report.Cancelled} or, where it was just over, by its outcome. */
        CANCEL,
        /** Answer to {@link Report.Epoch}: go on. */
        CONTINUE,
        /** Answer to {@link Report.Epoch}: end the training, keep its best epoch. */
        STOP,
        /** Answered by {@link Report.Pong}. */
        PING
    }
}
