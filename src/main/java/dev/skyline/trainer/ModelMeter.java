package dev.skyline.trainer;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** Measures model files on a machine where nothing is trained, each in a process of its own, whose crash costs no more. */
public final class ModelMeter implements AutoCloseable {

    /** Nothing here trains; the limit is for those who do. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final TrainerPool pool;

    /**
     * What was measured.
     *
     * @param peakMemory bytes that opening and running the model took, the runtime's own 30 MB included, where the system
     *     tells
     */
    public record Measured(LatencyReport latency, OptionalLong peakMemory) {}

    /** @param folder for temporary files; those of an earlier meter are removed */
    public ModelMeter(Path folder) {
        Path scratch = folder.resolve("scratch");
        new ScratchFolder(scratch).delete();
        TrainerSettings settings =
                TrainerSettings.defaults(1, UNUSED, folder.resolve("native"), folder.resolve("crashes"), scratch);
        this.pool = TrainerPool.foreign(settings, new MeasurementGate(settings.quietLimit()));
    }

    /**
     * @param settings for ONNX Runtime
     * @throws MeasurementFailed where the model cannot be measured
     * @throws InterruptedException where the caller was interrupted, or the meter closed
     */
    public Measured measure(Path model, HostSettings settings) throws InterruptedException {
        try {
            Report.Measured measured = pool.measureForeign(new Command.Measure(model.toAbsolutePath(), settings));
            return new Measured(measured.latency(), measured.peakMemory());
        } catch (JobFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        }
    }

    /** Ends what is being measured. */
    @Override
    public void close() {
        pool.close();
    }
}
