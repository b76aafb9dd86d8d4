package dev.skyline.strategy;

import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints which share of the hypervolume of a table's exact front strategies find, with costs known before a trial:
 * {@code nb201 latency@raspi4 200 5 random nsga2 gaussian-process}. That is: {@code nb201} or {@code macro}, the objectives
 * besides accuracy, joined by {@code +}, trials, seeds, strategies. With {@code measured} before it all, costs are known
 * of recorded trials only.
 */
final class FrontShares {

    private FrontShares() {}

    public static void main(String[] arguments) throws IOException {
        boolean measured = arguments[0].equals("measured");
        List<String> given = List.of(arguments).subList(measured ? 1 : 0, arguments.length);
        PublishedTable table = given.get(0).equals("macro") ? PublishedTable.macro() : PublishedTable.nb201();
        Problem problem = new Problem(
                Stream.concat(Stream.of("accuracy"), Stream.of(given.get(1).split("\\+")))
                        .map(key -> Objective.of(MetricKey.parse(key)))
                        .toList(),
                List.of());
        PublishedTable.ExactFront front = table.exactFront(problem);
        int trials = Integer.parseInt(given.get(2));
        int seeds = Integer.parseInt(given.get(3));
        PrintStream out = System.out;
        for (String id : given.subList(4, given.size())) {
            PluginSpec spec = PluginSpec.of(id);
            SearchStrategy strategy =
                    measured ? table.strategy(spec, problem, Known.NOTHING) : table.strategy(spec, problem);
            double share = IntStream.range(0, seeds)
                    .mapToDouble(seed -> hypervolume(table, problem, strategy, front.worst(), trials, seed))
                    .average()
                    .orElseThrow();
            out.printf("%s: %.4f%n", id, share / front.hypervolume());
        }
    }

    private static double hypervolume(
            PublishedTable table, Problem problem, SearchStrategy strategy, double[] worst, int trials, int seed) {
        GrowingHypervolume volume = new GrowingHypervolume(worst);
        Simulation simulation = table.simulation(problem);
        double reached = 0;
        for (int n = 0; n < trials; n++) {
            reached = volume.add(
                    problem.score(table.row(simulation.propose(strategy, seed).architecture()))
                            .orElseThrow()
                            .objectives());
            simulation.finishFirst();
        }
        return reached;
    }
}
