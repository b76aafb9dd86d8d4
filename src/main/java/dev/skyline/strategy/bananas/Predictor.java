package dev.skyline.strategy.bananas;

import dev.skyline.strategy.surrogate.Belief;
import dev.skyline.strategy.surrogate.Gaussian;
import dev.skyline.strategy.surrogate.Observation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** An ensemble for each objective and each constraint; empty for one of which no value is known. */
record Predictor(List<Optional<MlpEnsemble>> objectives, List<Optional<MlpEnsemble>> excess) {

    private static final Gaussian UNKNOWN = new Gaussian(0, 0);

    /** O(objectives + constraints), each at the cost of {@link MlpEnsemble#fit}. */
    static Predictor fit(MlpEnsemble.Shape shape, List<Observation> observations) {
        Observation any = observations.get(0);
        long seed =
                observations.stream().map(Observation::architecture).toList().hashCode();
        return new Predictor(
                IntStream.range(0, any.objectives().length)
                        .mapToObj(i -> fit(shape, observations, seen -> seen.objectives()[i], seed))
                        .toList(),
                IntStream.range(0, any.excess().length)
                        .mapToObj(i -> fit(shape, observations, seen -> seen.excess()[i], ~seed))
                        .toList());
    }

    private static Optional<MlpEnsemble> fit(
            MlpEnsemble.Shape shape, List<Observation> all, ToDoubleFunction<Observation> target, long seed) {
        List<Observation> known = all.stream()
                .filter(seen -> !Double.isNaN(target.applyAsDouble(seen)))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MlpEnsemble.fit(
                shape,
                known.get(0).code().length,
                known.stream().map(seen -> SparseRow.of(seen.code())).toArray(SparseRow[]::new),
                known.stream().mapToDouble(target).toArray(),
                seed));
    }

    Belief of(double[] code) {
        SparseRow row = SparseRow.of(code);
        return new Belief(predict(objectives, row), predict(excess, row));
    }

    private static List<Gaussian> predict(List<Optional<MlpEnsemble>> ensembles, SparseRow row) {
        return ensembles.stream()
                .map(ensemble -> ensemble.map(known -> known.predict(row)).orElse(UNKNOWN))
                .toList();
    }
}
