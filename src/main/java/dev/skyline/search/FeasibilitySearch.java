package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Looks for architectures that meet what can be checked before training: samples of the space, then a walk downhill on
 * the sum of relative violations, and where the space is small the whole of it. O(architectures looked at), each of which
 * is decoded and costed.
 *
 * @param constraints on what is known beforehand; an architecture without a value of one of them meets it not
 * @param costs what is known of an architecture before it is trained
 */
record FeasibilitySearch(SearchSpace space, List<Constraint> constraints, Function<Architecture, Measurements> costs) {

    /** Spaces up to this size are walked through as a whole before it is said that they hold nothing. */
    private static final int WHOLE = 20_000;

    private static final int SAMPLES = 200;
    private static final int STARTS = 4;
    private static final int STEPS = 50;

    /** Mutations tried at a point of a space that cannot name its neighbours. */
    private static final int MUTATIONS = 40;

    /**
     * The nearest to feasible that was found.
     *
     * @param violation sum of the relative violations; 0 for a feasible one
     * @param looked how many architectures were costed
     * @param whole whether these were all that the space has
     */
    record Nearest(Architecture architecture, Measurements costs, double violation, long looked, boolean whole) {

        boolean isFeasible() {
            return violation == 0;
        }
    }

    private record Point(Architecture architecture, Measurements costs, double violation) {

        boolean isFeasible() {
            return violation == 0;
        }
    }

    /** A feasible architecture, or that which misses the constraints least. */
    Nearest nearest(RandomGenerator random) {
        Set<Architecture> looked = new HashSet<>();
        List<Point> samples = Stream.generate(() -> space.sample(random))
                .limit(SAMPLES)
                .filter(looked::add)
                .map(this::point)
                .sorted(Comparator.comparingDouble(Point::violation))
                .toList();
        Point best = samples.get(0);
        for (int i = 0; i < Math.min(STARTS, samples.size()) && !best.isFeasible(); i++) {
            best = better(best, downhill(samples.get(i), looked, random));
        }
        boolean whole =
                space instanceof SearchSpace.Enumerable && space.size().compareTo(BigInteger.valueOf(WHOLE)) <= 0;
        if (!best.isFeasible() && whole) {
            best = better(
                    best,
                    least(((SearchSpace.Enumerable) space).all().filter(looked::add))
                            .orElse(best));
        }
        return new Nearest(best.architecture(), best.costs(), best.violation(), looked.size(), whole);
    }

    /** A feasible architecture a few steps from this one, or empty where the way downhill leads to none. */
    Optional<Architecture> repaired(Architecture architecture, RandomGenerator random) {
        return Optional.of(downhill(point(architecture), new HashSet<>(), random))
                .filter(Point::isFeasible)
                .map(Point::architecture);
    }

    /** Which limits the nearest architecture breaks, and what they would have to be for it. */
    Infeasibility explained(Nearest nearest) {
        String scope = nearest.whole()
                ? "none of the " + nearest.looked() + " architectures of this space meets the constraints"
                : "none of " + nearest.looked()
                        + " architectures looked at, sampled and walked downhill, meets the constraints";
        return Infeasibility.of(constraints, nearest.architecture(), nearest.costs(), scope);
    }

    private Point downhill(Point start, Set<Architecture> looked, RandomGenerator random) {
        Point here = start;
        for (int step = 0; step < STEPS && !here.isFeasible(); step++) {
            Optional<Point> next = least(around(here.architecture(), random).filter(looked::add));
            if (next.isEmpty() || next.get().violation() >= here.violation()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    private Stream<Architecture> around(Architecture architecture, RandomGenerator random) {
        if (space instanceof SearchSpace.Encodable encodable) {
            return encodable.neighbours(architecture);
        }
        if (space instanceof SearchSpace.Mutable mutable) {
            return Stream.generate(() -> mutable.mutate(architecture, random)).limit(MUTATIONS);
        }
        return Stream.generate(() -> space.sample(random)).limit(MUTATIONS);
    }

    /** The first feasible one, or that of least violation. */
    private Optional<Point> least(Stream<Architecture> architectures) {
        Point best = null;
        for (var all = architectures.iterator(); all.hasNext() && (best == null || !best.isFeasible()); ) {
            Point point = point(all.next());
            best = best == null ? point : better(best, point);
        }
        return Optional.ofNullable(best);
    }

    private static Point better(Point a, Point b) {
        return b.violation() < a.violation() ? b : a;
    }

    private Point point(Architecture architecture) {
        Measurements known = costs.apply(architecture);
        double violation = constraints.stream()
                .mapToDouble(c -> known.find(c.key()).map(c::violation).orElse(Double.POSITIVE_INFINITY))
                .sum();
        return new Point(architecture, known, violation);
    }
}
