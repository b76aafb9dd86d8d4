package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What a problem asks of an architecture, as far as it is {@link Known}. */
public record Foresight(Problem problem, Known known) implements Predicate<Architecture> {

    /**
     * One architecture's part of it. The arrays are not copied; nobody writes to them.
     *
     * @param feasible whether no constraint is known to be broken
     * @param objectives canonical values, smaller is better; NaN where unknown
     * @param met for each constraint, whether it is known to be met
     */
    public record Prospect(Architecture architecture, boolean feasible, double[] objectives, boolean[] met) {}

    /** Whether the architecture is known to break no constraint. */
    @Override
    public boolean test(Architecture architecture) {
        return problem.constraints().isEmpty()
                || problem.broken(known.of(architecture)).isEmpty();
    }

    public Prospect of(Architecture architecture) {
        Measurements values = known.of(architecture);
        List<Objective> wanted = problem.objectives();
        double[] objectives = new double[wanted.size()];
        for (int i = 0; i < objectives.length; i++) {
            OptionalDouble value = values.value(wanted.get(i).key());
            objectives[i] =
                    value.isPresent() ? wanted.get(i).key().metric().canonical(value.getAsDouble()) : Double.NaN;
        }
        List<Constraint> constraints = problem.constraints();
        boolean feasible = problem.broken(values).isEmpty();
        boolean[] met = new boolean[constraints.size()];
        for (int i = 0; i < met.length; i++) {
            met[i] = feasible && values.value(constraints.get(i).key()).isPresent();
        }
        return new Prospect(architecture, feasible, objectives, met);
    }
}
