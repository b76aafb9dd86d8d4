package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Fidelity;
import dev.skyline.plugin.InvalidSettings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The efforts that trials are given.
 *
 * @param eta one in eta trials is promoted to the next rung
 * @param rungs the least effort first, the full one last
 */
record Ladder(int eta, List<Fidelity> rungs) {

    /** Floating point makes log₃ 243 a little less than 5, which would cost the lowest rung. */
    private static final double EPSILON = 1e-9;

    Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * @throws InvalidSettings where the lowest rung would lie above the full effort
     */
    static Ladder of(LadderSettings settings, Fidelity full) {
        if (!settings.rungs().isEmpty()) {
            return new Ladder(settings.eta(), listed(settings, full));
        }
        return settings.resource() == Resource.EPOCHS
                ? new Ladder(settings.eta(), byEpochs(settings, full))
                : new Ladder(settings.eta(), byData(settings, full));
    }

    int top() {
        return rungs.size() - 1;
    }

    Fidelity fidelity(int rung) {
        return rungs.get(rung);
    }

    /** Index of the rung of this effort, or -1. */
    int rung(Fidelity fidelity) {
        return rungs.indexOf(fidelity);
    }

    private static List<Fidelity> listed(LadderSettings settings, Fidelity full) {
        List<Integer> epochs = settings.rungs();
        for (int i = 0; i < epochs.size(); i++) {
            int next = i + 1 < epochs.size() ? epochs.get(i + 1) : full.epochs();
            if (epochs.get(i) >= next) {
                throw new InvalidSettings(
                        "rungs", "must ascend to fewer than the estimator's " + full.epochs() + " epochs");
            }
        }
        return Stream.concat(epochs.stream().map(e -> new Fidelity(e, full.dataFraction())), Stream.of(full))
                .collect(Collectors.toUnmodifiableList());
    }

    private static List<Fidelity> byEpochs(LadderSettings settings, Fidelity full) {
        if (settings.minEpochs() > full.epochs()) {
            throw new InvalidSettings("minEpochs", "must be at most the estimator's " + full.epochs() + " epochs");
        }
        return shares(settings.eta(), (double) full.epochs() / settings.minEpochs())
                .map(share -> new Fidelity((int) Math.round(full.epochs() / share), full.dataFraction()))
                .toList();
    }

    private static List<Fidelity> byData(LadderSettings settings, Fidelity full) {
        if (settings.minDataFraction() > full.dataFraction()) {
            throw new InvalidSettings("minDataFraction", "must be at most the estimator's " + full.dataFraction());
        }
        return shares(settings.eta(), full.dataFraction() / settings.minDataFraction())
                .map(share -> new Fidelity(full.epochs(), full.dataFraction() / share))
                .toList();
    }

    /** What the full effort is divided by on each rung: η^s … η, 1. */
    private static Stream<Double> shares(int eta, double range) {
        int steps = (int) Math.floor(Math.log(range) / Math.log(eta) + EPSILON);
        return IntStream.rangeClosed(0, steps).mapToObj(i -> Math.pow(eta, steps - i));
    }
}
