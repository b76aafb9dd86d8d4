package dev.skyline.agent;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.trainer.ModelMeter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Measures what a job is about. Keeps the last model, since a run that did not settle is asked for again. */
final class Measurer {

    private static final String CPU = "cpu";

    private final ServiceClient service;
    private final ModelMeter meter;
    private final ThisMachine machine;
    private final Path file;
    private String kept = "";

    Measurer(ServiceClient service, ModelMeter meter, ThisMachine machine, Path directory) {
        this.service = service;
        this.meter = meter;
        this.machine = machine;
        this.file = directory.resolve("model.onnx");
    }

    /**
     * @throws MeasurementFailed where the model cannot be measured
     * @throws ServiceRefusal where the service no longer hands the model over
     * @throws IOException where the model does not arrive
     */
    AgentReport measure(Wire.Job job) throws IOException, InterruptedException, ServiceRefusal {
        if (!job.provider().equals(CPU)) {
            throw new MeasurementFailed(
                    "ProviderUnavailable", "this agent measures on cpu alone, not on " + job.provider());
        }
        fetch(job);
        ModelMeter.Measured measured = meter.measure(
                file,
                new HostSettings(HostSettings.Runtime.ONNXRUNTIME, job.batchSize(), job.threads(), job.maxSeconds()));
        return new AgentReport(measured.latency(), measured.peakMemory(), machine.megahertz(), machine.celsius());
    }

    private void fetch(Wire.Job job) throws IOException, InterruptedException, ServiceRefusal {
        if (kept.equals(job.model())) {
            return;
        }
        kept = "";
        byte[] model = service.model(job);
        if (!sha256(model).equals(job.model())) {
            throw new IOException("the model arrived damaged");
        }
        Files.write(file, model);
        kept = job.model();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
