package dev.skyline.search;

import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.ValidNames;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads objectives, constraints and targets of a draft. */
final class ProblemReader {

    private static final String HOST = "host";
    private static final double GREATEST_WEIGHT = 1e9;

    private final Draft draft;
    private final List<String> known;
    private final Faults faults;

    /** @param known names of the hardware targets that there are; clients may tell values of any others */
    ProblemReader(Draft draft, List<String> known, Faults faults) {
        this.draft = draft;
        this.known = draft.isExternal() ? named(draft) : known;
        this.faults = faults;
    }

    private static List<String> named(Draft draft) {
        return Stream.concat(draft.hardwareTargets().orElse(List.of()).stream(), mentioned(draft))
                .filter(name -> name.matches("[A-Za-z0-9._-]{1,64}"))
                .distinct()
                .toList();
    }

    private static Stream<String> mentioned(Draft draft) {
        return Stream.concat(
                        draft.objectives().stream().flatMap(o -> o.target().stream()),
                        draft.constraints().stream().flatMap(c -> c.target().stream()))
                .flatMap(target -> Aggregate.mentioned(target).stream());
    }

    /** The targets that the draft names, or else those of its objectives and constraints, or else this machine. */
    List<String> targets() {
        List<String> named = draft.hardwareTargets().orElseGet(this::defaultTargets);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String field = "hardwareTargets[" + i + "]";
            if (!known.contains(named.get(i))) {
                faults.add(field, unknownTarget(named.get(i), known));
            } else if (!seen.add(named.get(i))) {
                faults.add(field, "'" + named.get(i) + "' stands twice");
            }
        }
        return List.copyOf(seen);
    }

    private List<String> defaultTargets() {
        List<String> mentioned =
                mentioned(draft).filter(known::contains).distinct().toList();
        return mentioned.isEmpty() && known.contains(HOST) ? List.of(HOST) : mentioned;
    }

    /** Empty where something is wrong with it. */
    Optional<Problem> problem(List<String> targets) {
        List<Objective> objectives = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        if (draft.objectives().isEmpty()) {
            faults.add("objectives", "a search needs an objective; valid metrics are " + searchable());
        }
        for (int i = 0; i < draft.objectives().size(); i++) {
            String field = "objectives[" + i + "]";
            Draft.Objective objective = draft.objectives().get(i);
            key(new Named(field, objective.metric(), objective.target(), objective.places()), targets)
                    .map(key -> new Objective(key, objective.goal()))
                    .ifPresent(read -> addObjective(field, read, objectives));
        }
        for (int i = 0; i < draft.constraints().size(); i++) {
            String field = "constraints[" + i + "]";
            Draft.Constraint constraint = draft.constraints().get(i);
            key(new Named(field, constraint.metric(), constraint.target(), constraint.places()), targets)
                    .flatMap(key ->
                            faults.collect(field, () -> new Constraint(key, constraint.atMost(), constraint.atLeast())))
                    .flatMap(read ->
                            faults.collect(field + ".confidence", () -> read.withConfidence(constraint.confidence())))
                    .ifPresent(read -> addConstraint(field, read, constraints));
        }
        boolean whole = objectives.size() == draft.objectives().size()
                && constraints.size() == draft.constraints().size()
                && !objectives.isEmpty();
        return whole ? Optional.of(new Problem(objectives, constraints)) : Optional.empty();
    }

    private void addObjective(String field, Objective objective, List<Objective> objectives) {
        if (objectives.stream().anyMatch(other -> other.key().equals(objective.key()))) {
            faults.add(field, objective.key() + " is an objective already");
        } else if (objective.goal().orElse(0) < 0) {
            faults.add(field + ".goal", "no " + objective.key() + " is below 0");
        } else if (isRatio(objective.key()) && objective.goal().orElse(0) > 1) {
            faults.add(field + ".goal", "no " + objective.key() + " is above 1");
        } else {
            objectives.add(objective);
        }
    }

    private void addConstraint(String field, Constraint constraint, List<Constraint> constraints) {
        Optional<Constraint> contradicted = constraints.stream()
                .filter(other -> other.key().equals(constraint.key()))
                .filter(other ->
                        below(constraint.atMost(), other.atLeast()) || below(other.atMost(), constraint.atLeast()))
                .findFirst();
        if (contradicted.isPresent()) {
            faults.add(field, constraint + " contradicts " + contradicted.get());
        } else if (constraint.atMost().isPresent() && constraint.atMost().getAsDouble() < 0) {
            faults.add(field + ".atMost", "no " + constraint.key() + " is below 0");
        } else if (isRatio(constraint.key()) && constraint.atLeast().orElse(0) > 1) {
            faults.add(field + ".atLeast", "no " + constraint.key() + " is above 1");
        } else {
            constraints.add(constraint);
        }
    }

    private static boolean isRatio(MetricKey key) {
        return key.metric().unit().equals("ratio");
    }

    private static boolean below(OptionalDouble high, OptionalDouble low) {
        return high.isPresent() && low.isPresent() && high.getAsDouble() < low.getAsDouble();
    }

    /** The metric and target of what stands at a field. */
    private record Named(String field, String metric, Optional<String> target, Map<String, String> places) {

        String place(String name) {
            return field + "." + places.getOrDefault(name, "target");
        }
    }

    private Optional<MetricKey> key(Named named, List<String> targets) {
        String name = named.metric();
        Optional<String> target = named.target();
        Optional<Metric> metric = Metric.find(name).filter(m -> m.known() != Known.REPORTED);
        if (metric.isEmpty()) {
            faults.add(named.field() + ".metric", "there is no metric '" + name + "'; valid are " + searchable());
            return Optional.empty();
        }
        if (metric.get().known() != Known.ON_TARGET) {
            if (target.isPresent()) {
                faults.add(named.field() + ".target", name + " belongs to no hardware target");
                return Optional.empty();
            }
            return Optional.of(MetricKey.of(metric.get()));
        }
        if (target.filter(Aggregate::isAggregate).isPresent()) {
            return aggregate(named, metric.get(), target.get(), targets);
        }
        Optional<String> device = target.or(() -> targets.size() == 1 ? Optional.of(targets.get(0)) : Optional.empty());
        if (device.isEmpty()) {
            faults.add(
                    named.field() + ".target",
                    name + " needs a hardware target; valid are "
                            + String.join(", ", targets.isEmpty() ? known : targets));
            return Optional.empty();
        }
        return isTarget(named, device.get(), targets)
                ? device.map(d -> MetricKey.of(metric.get(), d))
                : Optional.empty();
    }

    private Optional<MetricKey> aggregate(Named named, Metric metric, String text, List<String> targets) {
        return faults.collect(named.field() + ".aggregate", () -> Aggregate.parse(metric, text))
                .filter(aggregate -> isUsable(named.field(), aggregate))
                .filter(aggregate ->
                        aggregate.weights().keySet().stream().allMatch(name -> isTarget(named, name, targets)))
                .map(Aggregate::key);
    }

    /** Sums with greater weights may leave what a number holds, and end the search. */
    private boolean isUsable(String field, Aggregate aggregate) {
        boolean usable = aggregate.weights().values().stream().allMatch(weight -> weight <= GREATEST_WEIGHT);
        if (!usable) {
            faults.add(field + ".weights", "a weight is at most a billion");
        }
        return usable;
    }

    private boolean isTarget(Named named, String name, List<String> targets) {
        if (!targets.contains(name)) {
            faults.add(
                    named.place(name),
                    known.contains(name)
                            ? "'" + name + "' is not among the experiment's hardwareTargets"
                            : unknownTarget(name, known));
        }
        return targets.contains(name);
    }

    private static String unknownTarget(String name, List<String> valid) {
        return "there is no hardware target '" + name + "'" + ValidNames.of(valid);
    }

    private static String searchable() {
        return String.join(", ", Metric.searchable());
    }
}
