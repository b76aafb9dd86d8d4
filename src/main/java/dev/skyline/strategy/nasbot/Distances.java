package dev.skyline.strategy.nasbot;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.space.SearchSpace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Distances between architectures of one experiment. They are remembered, for the last experiments and as many pairs as
 * there is room for; the answer is the same without. For several threads.
 */
final class Distances {

    static final double[] STRUCTURE_WEIGHTS = {0.1, 0.25, 0.61, 1.5};

    private static final int EXPERIMENTS = 8;
    private static final int SKETCHES = 2_000;
    private static final int PAIRS = 50_000;

    private static final Map<ExperimentId, Distances> RECENT = new LinkedHashMap<>(2 * EXPERIMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExperimentId, Distances> eldest) {
            return size() > EXPERIMENTS;
        }
    };

    private final SearchSpace space;
    private final Map<String, Sketch> sketches = new HashMap<>();
    private final Map<Pair, double[]> pairs = new HashMap<>();

    /** By texts, as isomorphic architectures may be written as different networks. The lesser comes first. */
    private record Pair(String first, String second) {}

    private Distances(SearchSpace space) {
        this.space = space;
    }

    static Distances of(ExperimentId experiment, SearchSpace space) {
        synchronized (RECENT) {
            return RECENT.computeIfAbsent(experiment, id -> new Distances(space));
        }
    }

    /**
     * For each structure weight the distance, then for each the distance as a share of the work that both networks do.
     * Nobody writes to the array.
     */
    double[] between(Architecture a, Architecture b) {
        boolean isInOrder = a.text().compareTo(b.text()) <= 0;
        Pair pair = isInOrder ? new Pair(a.text(), b.text()) : new Pair(b.text(), a.text());
        synchronized (this) {
            double[] known = pairs.get(pair);
            if (known == null) {
                Sketch first = sketch(isInOrder ? a : b);
                Sketch second = sketch(isInOrder ? b : a);
                known = withShares(Otmann.distances(first, second, STRUCTURE_WEIGHTS), first.mass() + second.mass());
                if (pairs.size() == PAIRS) {
                    pairs.clear();
                }
                pairs.put(pair, known);
            }
            return known;
        }
    }

    private Sketch sketch(Architecture architecture) {
        if (sketches.size() == SKETCHES) {
            sketches.clear();
        }
        return sketches.computeIfAbsent(architecture.text(), text -> Sketch.of(space.decode(architecture)));
    }

    private static double[] withShares(double[] distances, double mass) {
        double[] both = new double[2 * distances.length];
        for (int i = 0; i < distances.length; i++) {
            both[i] = distances[i];
            both[distances.length + i] = distances[i] / mass;
        }
        return both;
    }
}
