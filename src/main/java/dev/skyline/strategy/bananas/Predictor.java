package dev.skyline.strategy.bananas;

import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.surrogate.Belief;
import dev.skyline.strategy.surrogate.Gaussian;
import dev.skyline.strategy.surrogate.Observation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An ensemble for each objective and each constraint. Each is trained when it is first asked, as those of what is known
 * beforehand never are.
 */
final class Predictor {

    private static final Gaussian UNKNOWN = new Gaussian(0, 0);

    private final List<Answers> objectives;
    private final List<Answers> excess;

    private Predictor(List<Answers> objectives, List<Answers> excess) {
        this.objectives = objectives;
        this.excess = excess;
    }

    static Predictor of(MlpEnsemble.Shape shape, List<Observation> observations) {
        Observation any = observations.get(0);
        long seed =
                observations.stream().map(Observation::architecture).toList().hashCode();
        SparseRow[] rows =
                observations.stream().map(seen -> SparseRow.of(seen.code())).toArray(SparseRow[]::new);
        int inputs = any.code().length;
        return new Predictor(
                IntStream.range(0, any.objectives().length)
                        .mapToObj(i -> new Answers(
                                shape, inputs, rows, targets(observations, seen -> seen.objectives()[i]), seed))
                        .toList(),
                IntStream.range(0, any.excess().length)
                        .mapToObj(i -> new Answers(
                                shape, inputs, rows, targets(observations, seen -> seen.excess()[i]), ~seed))
                        .toList());
    }

    private static double[] targets(List<Observation> observations, ToDoubleFunction<Observation> target) {
        return observations.stream().mapToDouble(target).toArray();
    }

    /** What is known of the architecture is certain. O(weights), and the first time as {@link MlpEnsemble#fit}. */
    Belief of(double[] code, Foresight.Prospect prospect) {
        SparseRow row = SparseRow.of(code);
        return new Belief(
                IntStream.range(0, objectives.size())
                        .mapToObj(i -> Double.isNaN(prospect.objectives()[i])
                                ? objectives.get(i).predict(row)
                                : Gaussian.exactly(prospect.objectives()[i]))
                        .toList(),
                IntStream.range(0, excess.size())
                        .mapToObj(i -> prospect.met()[i]
                                ? Gaussian.exactly(0)
                                : excess.get(i).predict(row))
                        .toList());
    }

    /** An ensemble that is trained once, on those of the rows whose target is known. For several threads. */
    private static final class Answers {

        private final MlpEnsemble.Shape shape;
        private final int inputs;
        private final SparseRow[] rows;
        private final double[] targets;
        private final long seed;
        private Optional<MlpEnsemble> trained;

        Answers(MlpEnsemble.Shape shape, int inputs, SparseRow[] rows, double[] targets, long seed) {
            this.shape = shape;
            this.inputs = inputs;
            this.rows = rows;
            this.targets = targets;
            this.seed = seed;
        }

        /** Of one value; a certain 0, where none is known to learn from. */
        Gaussian predict(SparseRow row) {
            return ensemble().map(known -> known.predict(row)).orElse(UNKNOWN);
        }

        private synchronized Optional<MlpEnsemble> ensemble() {
            if (trained == null) {
                trained = train();
            }
            return trained;
        }

        private Optional<MlpEnsemble> train() {
            int[] known = IntStream.range(0, rows.length)
                    .filter(i -> !Double.isNaN(targets[i]))
                    .toArray();
            return known.length == 0
                    ? Optional.empty()
                    : Optional.of(MlpEnsemble.fit(
                            shape,
                            inputs,
                            Arrays.stream(known).mapToObj(i -> rows[i]).toArray(SparseRow[]::new),
                            Arrays.stream(known).mapToDouble(i -> targets[i]).toArray(),
                            seed));
        }
    }
}
