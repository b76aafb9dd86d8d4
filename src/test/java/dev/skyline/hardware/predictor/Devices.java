package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SpaceArchitectures;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Devices whose latency follows a rule, and cells that were measured on them. */
final class Devices {

    static final SearchSpace SPACE = Spaces.plugins()
            .create(new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 4)), Task.of(List.of(1, 8, 8), 4));

    static final Architectures ARCHITECTURES = new SpaceArchitectures(SPACE);

    private Devices() {}

    /** Operators take their time, each. */
    static double additive(String cell) {
        return 1 + 0.7 * count(cell, "3x3") + 0.3 * count(cell, "1x1") + 0.2 * count(cell, "pool");
    }

    /** As additive, but convolutions that follow each other are fused, and 1x1 beside 3x3 is free. */
    static double fused(String cell) {
        boolean chain = cell.startsWith("|nor_conv") && cell.matches(".*nor_conv_.x.~1.*");
        boolean beside = cell.contains("1x1") && cell.contains("3x3");
        return additive(cell) - (chain ? 0.5 : 0) - (beside ? 0.3 : 0);
    }

    /** A tenth more or less, the larger the latency the more. */
    static double noisy(String cell, SplittableRandom random) {
        return additive(cell) * Math.exp(0.1 * random.nextGaussian());
    }

    static List<String> cells(int count, long seed) {
        return Picks.random(ARCHITECTURES, count, seed);
    }

    static List<MeasuredNetwork> measured(List<String> cells, ToDoubleFunction<String> device) {
        List<MeasuredNetwork> measured = new ArrayList<>();
        cells.forEach(cell -> measured.add(new MeasuredNetwork(cell, network(cell), device.applyAsDouble(cell))));
        return measured;
    }

    static Network network(String cell) {
        return ARCHITECTURES.decode(cell);
    }

    /** How a predictor does on cells. */
    static Report report(LatencyPredictor predictor, List<String> cells, ToDoubleFunction<String> device) {
        return new Report(
                "",
                cells.stream()
                        .map(cell -> new Report.Pair(
                                cell, device.applyAsDouble(cell), predictor.predict(cell, () -> network(cell))))
                        .toList());
    }

    private static int count(String cell, String operator) {
        return cell.split(operator, -1).length - 1;
    }
}
