package dev.skyline.trainer;

import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at model files in child processes of their own, bounded in memory and time. */
public final class ChildAppraiser implements ModelAppraiser {

    private final TrainerPool pool;
    private final Path dataDirectory;

    /**
     * @param pool as {@link TrainerPool#foreign} makes it
     * @param dataDirectory of the service: data sets lie in it
     */
    public ChildAppraiser(TrainerPool pool, Path dataDirectory) {
        this.pool = pool;
        this.dataDirectory = dataDirectory.toAbsolutePath();
    }

    @Override
    public Description describe(Path model) throws InterruptedException {
        Report.Inspected inspected = look(new Command.Inspect(model.toAbsolutePath()), Report.Inspected.class);
        return new Description(inspected.shape(), inspected.classes(), inspected.parameters());
    }

    @Override
    public Measurements appraise(Path model, Optional<String> dataset, long splitSeed) throws InterruptedException {
        Report.Appraised appraised = look(
                new Command.Appraise(model.toAbsolutePath(), dataset, splitSeed, dataDirectory),
                Report.Appraised.class);
        List<Measurement> found = new ArrayList<>();
        appraised.accuracy().ifPresent(value -> found.add(Measurement.measured(Metric.ACCURACY, value)));
        appraised.testAccuracy().ifPresent(value -> found.add(Measurement.measured(Metric.TEST_ACCURACY, value)));
        appraised.peakMemory().ifPresent(value -> found.add(Measurement.measured(Metric.PEAK_MEMORY, value)));
        return Measurements.of(found);
    }

    private <O extends Report.Outcome> O look(Command.Foreign job, Class<O> type) throws InterruptedException {
        try {
            return pool.look(job, type);
        } catch (JobFailed e) {
            throw new ModelUnfit(e.code(), e.getMessage());
        }
    }
}
