package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Replay;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Samples where the density l of good trials is high and that g of the others low (Falkner et al. 2018, algorithm 2): of
 * the new ones among the candidates drawn from l, that with the greatest l/g. It learns from
 * the highest rung that has recorded enough. Pending trials teach it nothing; the draws keep parallel ones apart.
 */
record DensitySampler(Ladder ladder, Bohb.Settings settings, UniformSampler uniform) implements Sampler {

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Rungs<Observation>> OBSERVED = new Replay<>();

    private record Key(Ladder ladder, List<?> decisions) {}

    private record Densities(KernelDensity good, KernelDensity bad) {}

    /** O(trials), and O(candidates × trials of the rung × decisions). */
    @Override
    public Architecture sample(SearchSpace space, TrialHistory history, RandomGenerator random) {
        return random.nextDouble() < settings.randomFraction()
                ? uniform.sample(space, history, random)
                : learnt((Encodable) space, history, random).orElseGet(() -> uniform.sample(space, history, random));
    }

    private Optional<Architecture> learnt(Encodable space, TrialHistory history, RandomGenerator random) {
        MixedVectors vectors = new MixedVectors(space.decisions());
        return densities(space, vectors, history, random).flatMap(densities -> {
            Set<ArchitectureId> known = new HashSet<>();
            Stream.of(history.recorded(), history.pending())
                    .flatMap(List::stream)
                    .forEach(trial -> known.add(trial.architecture().id()));
            return best(space, vectors, densities, known, random);
        });
    }

    private Optional<Architecture> best(
            Encodable space,
            MixedVectors vectors,
            Densities densities,
            Set<ArchitectureId> known,
            RandomGenerator random) {
        Optional<Architecture> best = Optional.empty();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < settings.candidates(); i++) {
            double[] vector = densities.good().sample(settings.bandwidthFactor(), random);
            double ratio = densities.good().logDensity(vector) - densities.bad().logDensity(vector);
            if (ratio > greatest) {
                Optional<Architecture> candidate = space.architecture(vectors.choices(vector))
                        .filter(architecture -> !known.contains(architecture.id()))
                        .filter(uniform.foresight());
                if (candidate.isPresent()) {
                    best = candidate;
                    greatest = ratio;
                }
            }
        }
        return best;
    }

    private Optional<Densities> densities(
            Encodable space, MixedVectors vectors, TrialHistory history, RandomGenerator random) {
        Rungs<Observation> observed = OBSERVED.of(
                history,
                new Key(ladder, space.decisions()),
                Rungs.empty(ladder),
                (rungs, trial) -> rungs.with(trial, t -> Optional.of(Observation.of(space, history, t))));
        int least = space.decisions().size() + 1;
        for (int rung = ladder.top(); rung >= 0; rung--) {
            Layers<Observation> layers = observed.layers().get(rung);
            if (layers.size() >= 2 * least) {
                List<Observation> ranked = layers.best(layers.size());
                return Optional.of(densities(
                        history.problem().isMultiObjective() ? Scalarized.bestFirst(ranked, random) : ranked,
                        least,
                        vectors,
                        history.sequence()));
            }
        }
        return Optional.empty();
    }

    /** @param seed of what is imputed, so that it stays until there is more to learn from */
    private Densities densities(List<Observation> ranked, int least, MixedVectors vectors, long seed) {
        List<int[]> choices = ranked.stream().map(Observation::choices).toList();
        int good = Math.max(least, (int) (settings.topShare() * choices.size()));
        RandomGenerator imputing = new SplittableRandom(seed);
        return new Densities(
                density(vectors, choices.subList(0, good), imputing),
                density(vectors, choices.subList(good, choices.size()), imputing));
    }

    private KernelDensity density(MixedVectors vectors, List<int[]> choices, RandomGenerator imputing) {
        return new KernelDensity(vectors.dimensions(), vectors.vectors(choices, imputing), settings.minBandwidth());
    }
}
