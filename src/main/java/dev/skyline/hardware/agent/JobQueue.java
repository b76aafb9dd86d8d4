package dev.skyline.hardware.agent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The jobs of agents. Every method is one transaction, or joins the caller's; changes of a job come one by one. */
public interface JobQueue {

    /**
     * The job of this order: new, or as {@link MeasuringJob#askedAgain} says. Jobs of the target that nobody has wanted
     * for a day are forgotten meanwhile.
     *
     * @param model the ONNX file; kept until the job is over
     */
    MeasuringJob ask(MeasuringOrder order, byte[] model, Instant now, Instant wantedUntil);

    Optional<MeasuringJob> find(UUID id);

    /** Changes the job of the target that is free and has waited longest; empty where none is free. */
    Optional<MeasuringJob> handOut(String target, Instant now, UnaryOperator<MeasuringJob> change);

    /** Changes a job; empty where there is none. */
    Optional<MeasuringJob> change(UUID id, UnaryOperator<MeasuringJob> change);

    /** Takes from the agent of this target what it has. */
    void release(String target);

    /** The ONNX file of a job that is not over. */
    Optional<byte[]> model(UUID id);
}
