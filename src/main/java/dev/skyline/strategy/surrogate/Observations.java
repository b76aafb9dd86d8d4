package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.NonDominatedSort;
import dev.skyline.strategy.Identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A history as a surrogate sees it: every architecture once. Recorded trials only add to {@link #recorded()}, at its end,
 * so that a model of a beginning can be carried on.
 *
 * @param recorded in the order of their outcomes, those that failed and those that broke a constraint among them; an
 *     architecture evaluated several times counts by its first outcome
 * @param pending being evaluated, and not recorded before
 * @param identity by which they are told apart
 * @param taken identities of all of these
 */
public record Observations(
        List<Observation> recorded, List<Architecture> pending, Identity identity, Set<Object> taken) {

    /** O(trials), each at the cost of its encoding. */
    public static Observations of(TrialHistory history, Function<Architecture, double[]> encoding) {
        return of(history, encoding, Identity.FUNCTION);
    }

    /** The same, with architectures told apart otherwise than by what they compute. */
    public static Observations of(TrialHistory history, Function<Architecture, double[]> encoding, Identity identity) {
        Set<Object> taken =
                new HashSet<>(2 * (history.recorded().size() + history.pending().size()));
        List<Observation> recorded = new ArrayList<>(history.recorded().size());
        for (Trial trial : history.recorded()) {
            if (taken.add(identity.of(trial.architecture()))) {
                recorded.add(Observation.of(trial, history.problem(), encoding.apply(trial.architecture())));
            }
        }
        List<Architecture> pending = history.pending().stream()
                .map(Trial::architecture)
                .filter(architecture -> taken.add(identity.of(architecture)))
                .toList();
        return new Observations(recorded, pending, identity, taken);
    }

    /** The same, with one pending more. */
    public Observations withPending(Architecture architecture) {
        Set<Object> more = new HashSet<>(taken);
        if (!more.add(identity.of(architecture))) {
            return this;
        }
        List<Architecture> longer = new ArrayList<>(pending);
        longer.add(architecture);
        return new Observations(recorded, longer, identity, more);
    }

    public boolean isTaken(Architecture architecture) {
        return taken.contains(identity.of(architecture));
    }

    /** Those whose objectives and constraints are all known. */
    public List<Observation> complete() {
        return recorded.stream().filter(Observation::isComplete).toList();
    }

    /**
     * At most {@code count}, the best first by constrained domination, equals by their age; failures are not among them. So
     * where no feasible one is known, those nearest to feasibility come first.
     */
    public List<Observation> best(int count) {
        List<Observation> known = recorded.stream()
                .filter(observation -> observation.score().violation() < Double.POSITIVE_INFINITY)
                .toList();
        int[] ranks =
                NonDominatedSort.ranks(known.stream().map(Observation::score).toList());
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> ranks[i]))
                .limit(count)
                .map(known::get)
                .toList();
    }
}
