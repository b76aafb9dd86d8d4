package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.network.Network;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how fast trainings are, one and two at once, beside DL4J as it comes; docs/performance.md says how to run it.
 * Each training has a process of its own, started as the service starts its trainings.
 */
public final class TrainingSpeed {

    private static final int PIXELS = 28;
    private static final int CLASSES = 10;
    private static final int BATCH = 64;
    private static final String READY = "ready";
    private static final String SPEED = "samples/s ";
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 10;
    private static final Map<String, Network> NETWORKS = Map.of(
            "cells", TestNetworks.cells(PIXELS, 8, CLASSES),
            "lenet", TestNetworks.leNet(PIXELS, CLASSES));

    private TrainingSpeed() {}

    /** Without arguments: everything, as a table. With a network and a set-up: samples per second of that. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            printTable(System.out);
        } else {
            Runnable step = arguments[1].equals("dl4j") ? dl4j(arguments[0]) : ours(arguments[0]);
            repeat(step, WARM_UP_SECONDS);
            say(READY);
            if (System.in.read() >= 0) {
                Speed speed = repeat(step, SECONDS);
                say(SPEED + speed.clock() + " " + speed.processor());
            }
        }
    }

    private static void say(String line) {
        PrintStream out = System.out;
        out.println(line);
        out.flush();
    }

    /** The rest of the line that begins so; the log stands between them. */
    private static String hear(BufferedReader answers, String beginning) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IOException("the process ended without '" + beginning + "'");
    }

    /**
     * Samples per second.
     *
     * @param clock of the clock
     * @param processor of processor time, which other processes on the machine disturb less
     */
    private record Speed(double clock, double processor) {

        private Speed plus(Speed other) {
            return new Speed(clock + other.clock, processor + other.processor);
        }

        private Speed over(Speed other) {
            return new Speed(clock / other.clock, processor / other.processor);
        }
    }

    private static void printTable(PrintStream out) throws IOException, InterruptedException {
        for (String network : List.of("cells", "lenet")) {
            out.printf("%-32s %12s %16s%n", network + ", samples a second", "of the clock", "of the processor");
            Speed dl4j = print(out, "DL4J as it comes", measure(network, "dl4j", 1));
            Speed ours = print(out, "Skyline", measure(network, "ours", 1));
            Speed both = print(out, "Skyline, two at once, together", measure(network, "ours", 2));
            print(out, "Skyline / DL4J as it comes", ours.over(dl4j));
            print(out, "two at once / one", both.over(ours));
        }
    }

    private static Speed print(PrintStream out, String name, Speed speed) {
        out.printf("%-32s %12.1f %16.1f%n", name, speed.clock, speed.processor);
        return speed;
    }

    /** The sum over so many processes that measure at the same time. */
    private static Speed measure(String network, String setUp, int count) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(start(network, setUp));
        }
        List<BufferedReader> answers = new ArrayList<>();
        for (Process process : processes) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            hear(answer, READY);
            answers.add(answer);
        }
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        Speed sum = new Speed(0, 0);
        for (int i = 0; i < count; i++) {
            String[] speeds = hear(answers.get(i), SPEED).split(" ");
            sum = sum.plus(new Speed(Double.parseDouble(speeds[0]), Double.parseDouble(speeds[1])));
            processes.get(i).waitFor();
        }
        return sum;
    }

    private static Process start(String network, String setUp) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingSpeed.class.getName(),
                network,
                setUp);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Speed repeat(Runnable step, int seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long samples = 0;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            step.run();
            samples += BATCH;
        }
        return new Speed(
                samples * 1e9 / (System.nanoTime() - start),
                samples * 1e9 / (threads.getCurrentThreadCpuTime() - processor));
    }

    private static Runnable dl4j(String network) {
        ComputationGraph graph = NetworkGraph.of(
                NETWORKS.get(network), new BuiltInLayers(), new org.nd4j.linalg.learning.config.Adam(0.001), 1);
        DataSet batch = new DataSet(
                GraphFixture.samples(NETWORKS.get(network).input(), BATCH, 1), GraphFixture.labels(BATCH, CLASSES, 1));
        return () -> graph.fit(batch);
    }

    /** As {@link Training} does it, with the decoding of the images. */
    private static Runnable ours(String network) {
        TrainingGraph graph = new TrainingGraph(NETWORKS.get(network), 1);
        ParameterUpdate update = graph.updatedBy(new Adam(), 1e-4);
        Random random = new Random(1);
        byte[] pixels = new byte[BATCH * PIXELS * PIXELS];
        random.nextBytes(pixels);
        int[] labels = random.ints(BATCH, 0, CLASSES).toArray();
        int[] order = random.ints(BATCH, 0, BATCH).toArray();
        MiniBatches batches = new MiniBatches(
                Samples.ofImages(1, PIXELS * PIXELS, CLASSES, labels, pixels),
                NETWORKS.get(network).input());
        return () -> {
            graph.backpropagate(batches.load(order, 0, BATCH));
            update.apply(0.001, BATCH);
        };
    }
}
