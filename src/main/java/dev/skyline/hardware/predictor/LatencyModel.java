package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The latency of a device, learned from measured networks: an additive model of features of the network, and boosted
 * trees for what it misses (operators that a runtime fuses, kernels that are slow here), each only as far as
 * cross-validation says that it helps. The same pairs and seed give the same model.
 */
public final class LatencyModel implements LatencyPredictor {

    public static final int LEAST = 20;

    /** More pairs than this are not looked at: they cost time and hardly sharpen anything. */
    public static final int MOST = 3000;

    /** Beyond what was measured by more than this factor nothing is told. */
    private static final double FAR = 1000;

    private final FeatureTable table;
    private final Blend.Fitted fitted;
    private final Seen seen;
    private final Spread spread;
    private final double least;
    private final double most;
    private final Report report;

    /**
     * O(pairs × features²): about 2 s for 900 pairs of NAS-Bench-201.
     *
     * @throws IllegalArgumentException for fewer than {@value #LEAST} pairs
     */
    public static LatencyModel fit(List<MeasuredNetwork> pairs, long seed) {
        return fitFeatures(pairs.stream().map(Sample::of).toList(), seed);
    }

    /** The same where features are at hand. */
    static LatencyModel fitFeatures(List<Sample> samples, long seed) {
        if (samples.size() < LEAST) {
            throw new IllegalArgumentException(
                    "a predictor needs at least " + LEAST + " measured architectures, not " + samples.size());
        }
        if (samples.size() <= MOST) {
            return new LatencyModel(samples, seed);
        }
        int[] order = Numbers.shuffled(samples.size(), new SplittableRandom(seed));
        return new LatencyModel(
                Arrays.stream(order).limit(MOST).mapToObj(samples::get).toList(), seed);
    }

    private LatencyModel(List<Sample> samples, long seed) {
        List<Map<String, Double>> features =
                samples.stream().map(Sample::features).toList();
        double[] millis = samples.stream().mapToDouble(Sample::millis).toArray();
        table = FeatureTable.of(features);
        double[][] rows = table.rows(features);
        least = Arrays.stream(millis).min().orElseThrow() / 2;
        most = Arrays.stream(millis).max().orElseThrow() * FAR;
        Folds folds = Folds.of(rows.length, seed);
        Blend.Choice choice = new Selection(rows, millis, table.plain(), folds, seed).best();
        fitted = choice.blend().fit(rows, millis, seed);
        double[] predicted = Arrays.stream(choice.millis()).map(this::bounded).toArray();
        Spread.Learned learned =
                Spread.learn(rows, millis, predicted, choice.blend().scale(), folds, seed);
        spread = learned.spread();
        seen = Seen.of(features);
        List<Report.Pair> outOfFold = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            outOfFold.add(new Report.Pair(
                    samples.get(i).architecture(),
                    millis[i],
                    learned.outOfFold().get(i)));
        }
        report = new Report(choice.blend().toString(), outOfFold);
    }

    /** O(nodes²), for the features. */
    public Prediction predict(Network network) {
        return predict(LatencyFeatures.of(network));
    }

    Prediction predict(Map<String, Double> features) {
        double[] row = table.row(features);
        double millis = bounded(fitted.millis(row));
        return spread.around(row, millis).widened(seen.beyond(features) * millis);
    }

    Seen seen() {
        return seen;
    }

    @Override
    public Prediction predict(String architecture, Supplier<Network> network) {
        return predict(network.get());
    }

    @Override
    public List<String> unseen(String architecture, Supplier<Network> network) {
        return seen.unseen(LatencyFeatures.of(network.get()));
    }

    @Override
    public Report report() {
        return report;
    }

    private double bounded(double millis) {
        return Math.min(Math.max(millis, least), most);
    }
}
