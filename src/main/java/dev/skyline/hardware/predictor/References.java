package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Devices whose latencies are known for many architectures; where one is not, the device's own model tells it, which is
 * learned when it is first needed.
 */
public final class References {

    public static final int LEAST_ROWS = 20;

    /** Learned from more, the model of a reference is hardly sharper. */
    private static final int MOST_SAMPLES = 900;

    private final List<String> names;
    private final Map<String, double[]> latencies;
    private final Function<String, Network> decode;
    private final long seed;
    private final LatencyModel[] models;

    /**
     * @param names of the devices
     * @param latencies of each architecture by its text, in ms, in the order of the names; NaN where not known
     * @param decode the network of an architecture
     * @throws IllegalArgumentException where a device is known for fewer than {@value #LEAST_ROWS} architectures
     */
    public References(
            List<String> names, Map<String, double[]> latencies, Function<String, Network> decode, long seed) {
        this.names = List.copyOf(names);
        this.latencies = latencies;
        this.decode = decode;
        this.seed = seed;
        this.models = new LatencyModel[names.size()];
        for (int device = 0; device < models.length; device++) {
            int known = known(device).size();
            if (known < LEAST_ROWS) {
                throw new IllegalArgumentException("the device " + names.get(device) + " is known for " + known
                        + " architectures; it takes " + LEAST_ROWS);
            }
        }
    }

    int size() {
        return names.size();
    }

    long seed() {
        return seed;
    }

    private List<String> known(int device) {
        return architectures(row -> !Double.isNaN(row[device]));
    }

    /**
     * What the devices say of an architecture.
     *
     * @param millis of each device
     * @param beyond how far the network goes beyond what those learned from that had to guess, where that is furthest
     * @param unseen kinds of operators that one of these never saw
     */
    record Told(double[] millis, double beyond, Set<String> unseen) {}

    Told of(String architecture, Supplier<Network> network) {
        double[] millis = latencies.getOrDefault(architecture, nothing()).clone();
        double beyond = 0;
        Set<String> unseen = new TreeSet<>();
        if (Arrays.stream(millis).anyMatch(Double::isNaN)) {
            Map<String, Double> features = LatencyFeatures.of(network.get());
            for (int device = 0; device < millis.length; device++) {
                if (Double.isNaN(millis[device])) {
                    LatencyModel model = model(device);
                    millis[device] = model.predict(features).millis();
                    beyond = Math.max(beyond, model.seen().beyond(features));
                    unseen.addAll(model.seen().unseen(features));
                }
            }
        }
        return new Told(millis, beyond, unseen);
    }

    double[] of(String architecture) {
        return of(architecture, () -> decode.apply(architecture)).millis();
    }

    private double[] nothing() {
        double[] nothing = new double[names.size()];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private synchronized LatencyModel model(int device) {
        if (models[device] == null) {
            List<String> known = known(device);
            List<MeasuredNetwork> samples = Arrays.stream(Numbers.shuffled(known.size(), new SplittableRandom(seed)))
                    .limit(MOST_SAMPLES)
                    .mapToObj(known::get)
                    .map(each -> new MeasuredNetwork(
                            each, decode.apply(each), latencies.get(each)[device]))
                    .toList();
            models[device] = LatencyModel.fit(samples, seed);
        }
        return models[device];
    }

    /** Architectures that are known on every device, or on any where these are too few; at most so many, picked at random. */
    List<String> architectures(int most) {
        List<String> complete = architectures(row -> Arrays.stream(row).noneMatch(Double::isNaN));
        List<String> usable = complete.size() < LEAST_ROWS
                ? architectures(row -> !Arrays.stream(row).allMatch(Double::isNaN))
                : complete;
        return IntStream.of(Numbers.shuffled(usable.size(), new SplittableRandom(seed)))
                .limit(most)
                .mapToObj(usable::get)
                .toList();
    }

    private List<String> architectures(Predicate<double[]> which) {
        return latencies.entrySet().stream()
                .filter(row -> which.test(row.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
