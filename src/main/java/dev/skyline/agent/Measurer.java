package dev.skyline.agent;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.Sha256;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.trainer.ModelMeter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures what a job is about. Keeps the last model, since a run that did not settle is asked for again. */
final class Measurer implements AgentLoop.Bench {

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

    @Override
    public AgentReport measure(Wire.Job job) throws IOException, InterruptedException, ServiceRefusal {
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
        if (!Sha256.of(model).equals(job.model())) {
            throw new IOException("the model arrived damaged");
        }
        Files.write(file, model);
        kept = job.model();
    }
}
