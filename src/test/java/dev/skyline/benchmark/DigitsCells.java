package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.InMemoryDatasets;
import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.dataset.importing.Digits;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.dl4j.NetworkTrainer;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress.Answer;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingResult;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.estimator.TrainingSettings.Optimizer;
import dev.skyline.estimator.TrainingSettings.Schedule;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.onnx.LatencyMeter;
import dev.skyline.onnx.ModelDescription;
import dev.skyline.onnx.OnnxWriter;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the benchmark that comes with Skyline: trains each of the 125 cells of three nodes on the digits, three times, and
 * measures its latency on this machine. The README beside the table says how to run it.
 *
 * <p>The step size is constant, so that the first epochs of a training are what a shorter training would have been.
 */
public final class DigitsCells {

    static final Map<String, Object> SETTINGS = Map.of("cells", 1, "channels", 4, "nodes", 3);

    private static final int[] EPOCHS = {1, 3, 10};
    private static final int SEEDS = 3;
    private static final TrainingSettings TRAINING =
            new TrainingSettings(10, 64, 0.01, Schedule.CONSTANT, Optimizer.ADAM, 1e-4, 0, 0, 1);
    private static final HostSettings HOST = new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.3);

    private final Network[] networks;
    private final Architecture[] architectures;
    private final List<String> classes;
    private final Samples samples;
    private final Split split;
    private final NetworkTrainer trainer = new NetworkTrainer(1L << 30);

    private DigitsCells(Samples all, List<String> classes, int limit) {
        this.classes = classes;
        split = Split.stratified(all.labels(), all.classes(), 1);
        samples = all.standardizedBy(split.training());
        SearchSpace space = Spaces.plugins()
                .create(new PluginSpec("nas-bench-201", SETTINGS), new Task(Shape.image(1, 8, 8), all.classes()));
        architectures = ((SearchSpace.Enumerable) space).all().limit(limit).toArray(Architecture[]::new);
        networks = new Network[architectures.length];
        for (int i = 0; i < networks.length; i++) {
            networks[i] = space.decode(architectures[i]);
        }
    }

    /** With a directory for the two files and, for a trial run, how many cells to do. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        int limit = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
        Path data = Files.createTempDirectory("digits-cells");
        DatasetFiles files = new DatasetFiles(data);
        InMemoryDatasets datasets = new InMemoryDatasets();
        Dataset digits = new Digits(
                        datasets, files, new ImportDataset(datasets, files, ImportLimits.DEFAULT, Clock.systemUTC()))
                .dataset();
        DigitsCells cells = new DigitsCells(
                files.read(digits.content().hash()), digits.content().classNames(), limit);
        try (PrintStream table =
                        csv(new GZIPOutputStream(Files.newOutputStream(directory.resolve("digits-cells-125.csv.gz"))));
                PrintStream seeds = csv(new GZIPOutputStream(
                        Files.newOutputStream(directory.resolve("digits-cells-125-seeds.csv.gz"))))) {
            cells.print(table, seeds, System.out);
        }
    }

    private static PrintStream csv(OutputStream out) {
        return new PrintStream(out, false, StandardCharsets.US_ASCII);
    }

    private void print(PrintStream table, PrintStream seeds, PrintStream log) throws InterruptedException {
        table.println("architecture,epochs,accuracy,loss,parameters,macs,latency@host");
        seeds.println("architecture,seed,epochs,accuracy,loss");
        for (int i = 0; i < networks.length; i++) {
            TrainingResult[] trained = new TrainingResult[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                trained[seed] = trainer.train(
                        networks[i], samples, split, TRAINING, Fidelity.epochs(10), seed + 1, new ToTheEnd());
                for (int epochs : EPOCHS) {
                    EpochReport at = trained[seed].curve().get(epochs - 1);
                    seeds.printf(
                            Locale.ROOT,
                            "%s,%d,%d,%.6f,%.6f%n",
                            architectures[i],
                            seed + 1,
                            epochs,
                            at.accuracy(),
                            at.validationLoss());
                }
            }
            printRows(table, i, trained);
            log.printf(Locale.ROOT, "%d of %d: %.1f s%n", i + 1, networks.length, trained[0].seconds());
        }
    }

    private void printRows(PrintStream table, int cell, TrainingResult[] trained) throws InterruptedException {
        Costs costs = Costs.of(networks[cell]);
        double latency = latency(networks[cell], trained[0]);
        for (int epochs : EPOCHS) {
            double accuracy = 0;
            double loss = 0;
            for (TrainingResult result : trained) {
                accuracy += result.curve().get(epochs - 1).accuracy() / SEEDS;
                loss += result.curve().get(epochs - 1).validationLoss() / SEEDS;
            }
            table.printf(
                    Locale.ROOT,
                    "%s,%d,%.6f,%.6f,%d,%d,%.6f%n",
                    architectures[cell],
                    epochs,
                    accuracy,
                    loss,
                    costs.parameters(),
                    costs.macs(),
                    latency);
        }
    }

    private double latency(Network network, TrainingResult trained) throws InterruptedException {
        ModelDescription description =
                new ModelDescription("", Digits.NAME, classes, samples.preprocessing(), "benchmark");
        byte[] model = OnnxWriter.write(network.withoutDeadNodes(), trained.weights(), description);
        LatencyReport report = LatencyMeter.measure(model, HOST);
        return report.medianMillis();
    }

    private static final class ToTheEnd implements TrainingMonitor {

        @Override
        public void betweenBatches() {
            // nothing holds it up
        }

        @Override
        public Answer epoch(EpochReport report) {
            return Answer.CONTINUE;
        }
    }
}
