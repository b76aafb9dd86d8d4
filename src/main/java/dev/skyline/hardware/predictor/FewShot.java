package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A device learned from a handful of measurements, as a weighted sum of devices that are known (after Lee et al. 2021,
 * HELP). How strongly to shrink the weights, on which scale to add, and how wide intervals must be against the device's
 * own errors is learned by pretending of each known device that it were the new one.
 */
public final class FewShot implements LatencyPredictor {

    public static final int LEAST = 5;

    private static final int MOST_KNOWN = 1000;

    /** From fewer errors no size is told. */
    private static final int LEAST_TYPICAL = 2;

    private final References references;
    private final FewShotErrors errors;
    private final double reach;
    private final Report report;

    /**
     * O(known devices · measurements²), and the learning of known devices' models where they are not known for an
     * architecture.
     *
     * @param measured latencies of the new device by architecture, in ms
     * @throws IllegalArgumentException for fewer than {@value #LEAST} measurements
     */
    public static FewShot fit(References references, Map<String, Double> measured) {
        if (measured.size() < LEAST) {
            throw new IllegalArgumentException("a device needs at least " + LEAST
                    + " measured architectures beside known devices, not " + measured.size());
        }
        return new FewShot(references, measured);
    }

    private FewShot(References references, Map<String, Double> measured) {
        this.references = references;
        Set<String> outstanding = Set.copyOf(Picks.telling(references));
        List<String> architectures = measured.keySet().stream()
                .sorted(Comparator.comparing((String each) -> !outstanding.contains(each))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int telling = (int) architectures.stream().filter(outstanding::contains).count();
        if (architectures.size() - telling < LEAST_TYPICAL) {
            telling = 0;
        }
        double[][] rows = rows(architectures);
        double[] millis = architectures.stream().mapToDouble(measured::get).toArray();
        Pretence pretence = new Pretence(rows(references.architectures(MOST_KNOWN)), rows);
        Transfer.Plan plan = pretence.best();
        errors = FewShotErrors.of(plan, pretence.known(), rows, millis, telling);
        reach = errors.size() * FewShotReach.of(pretence, plan, errors, telling, references.seed());
        List<Report.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            pairs.add(new Report.Pair(
                    architectures.get(i), millis[i], errors.yardstick().around(errors.leftOut()[i], reach)));
        }
        report = new Report(
                "weighted sum of " + references.size() + " known devices, fitted to " + rows.length + " measurements",
                pairs);
    }

    private double[][] rows(List<String> architectures) {
        return architectures.stream().map(references::of).toArray(double[][]::new);
    }

    @Override
    public Prediction predict(String architecture, Supplier<Network> network) {
        References.Told told = references.of(architecture, network);
        double millis = errors.millis(told.millis());
        return errors.yardstick().around(millis, reach).widened(told.beyond() * millis);
    }

    @Override
    public List<String> unseen(String architecture, Supplier<Network> network) {
        return List.copyOf(references.of(architecture, network).unseen());
    }

    @Override
    public Report report() {
        return report;
    }
}
