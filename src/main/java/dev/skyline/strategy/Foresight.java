package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What a problem asks of an architecture, as far as it is {@link Known}. */
public record Foresight(Problem problem, Known known) implements Predicate<Architecture> {

    /**
     * One architecture's part of it. The arrays are not copied; nobody writes to them.
     *
     * @param feasible whether nothing is known that speaks against it
     * @param objectives canonical values, smaller is better; NaN where unknown
     * @param met for each constraint, whether it is known to be met
     */
    public record Prospect(Architecture architecture, boolean feasible, double[] objectives, boolean[] met) {}

    /** Whether nothing is known that speaks against the architecture: that it breaks a constraint, or cannot be tried. */
    @Override
    public boolean test(Architecture architecture) {
        return isFeasible(known.of(architecture));
    }

    private boolean isFeasible(Optional<Measurements> values) {
        return values.filter(found -> problem.broken(found).isEmpty()).isPresent();
    }

    public Prospect of(Architecture architecture) {
        Optional<Measurements> found = known.of(architecture);
        Measurements values = found.orElse(Measurements.none());
        List<Objective> wanted = problem.objectives();
        double[] objectives = new double[wanted.size()];
        for (int i = 0; i < objectives.length; i++) {
            OptionalDouble value = values.value(wanted.get(i).key());
            objectives[i] =
                    value.isPresent() ? wanted.get(i).key().metric().canonical(value.getAsDouble()) : Double.NaN;
        }
        List<Constraint> constraints = problem.constraints();
        boolean feasible = isFeasible(found);
        boolean[] met = new boolean[constraints.size()];
        for (int i = 0; i < met.length; i++) {
            met[i] = feasible && values.value(constraints.get(i).key()).isPresent();
        }
        return new Prospect(architecture, feasible, objectives, met);
    }
}
