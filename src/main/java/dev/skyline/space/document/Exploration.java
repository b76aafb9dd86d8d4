package dev.skyline.space.document;

import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.space.document.Branches.Branch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries every shape that can come to every layer, so that whatever is chosen fits. Choices that are asked for more than
 * once are remembered within their scope; where these give too many states they are forgotten, and combinations that
 * cannot occur are tried, too.
 */
final class Exploration {

    private final Branches branches;
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Set<String> met = new HashSet<>();
    private int steps;

    private Exploration(Unrolled document) {
        this.branches = new Branches(document);
    }

    /**
     * @throws InvalidSettings for a layer that cannot take what may come to it, and for a condition that never holds
     */
    static void check(Unrolled document, Shape input) {
        Exploration exploration = new Exploration(document);
        exploration.through(document.stages(), new State(input, Map.of()));
        exploration.conditions.removeAll(exploration.met);
        for (String never : exploration.conditions) {
            throw new InvalidSettings(never + ".if", "can never hold together with the conditions around it");
        }
    }

    private Set<State> through(Part part, State state) {
        if (part instanceof Part.Chain chain) {
            return chain(chain, state);
        }
        if (part instanceof Part.Alternative alternative) {
            return alternative(alternative, state);
        }
        if (part instanceof Skip skip) {
            return skip(skip, state);
        }
        return part instanceof Cell cell ? cell(cell, state) : leaf((Part.Leaf) part, state);
    }

    private Set<State> chain(Part.Chain chain, State state) {
        Set<State> states = Set.of(state);
        for (Member member : chain.members()) {
            Set<State> after = new LinkedHashSet<>();
            for (State each : states) {
                after.addAll(member(member, each));
            }
            states = bounded(after, member.path());
        }
        return states;
    }

    private static Set<State> bounded(Set<State> states, String path) {
        if (states.size() <= Limits.STATES) {
            return states;
        }
        Set<State> forgetful = new LinkedHashSet<>();
        states.forEach(state -> forgetful.add(state.forgetting(decision -> true)));
        if (forgetful.size() > Limits.STATES) {
            throw new InvalidSettings(path, "gives more than " + Limits.STATES + " different shapes");
        }
        return forgetful;
    }

    private Set<State> member(Member member, State state) {
        if (member.conditional()) {
            conditions.add(member.path());
        }
        Set<State> after = new LinkedHashSet<>();
        for (Branch branch : branches.guarded(member.guards(), state)) {
            if (branch.choice() == Encodable.NONE) {
                after.add(branch.state());
            } else {
                met.add(member.path());
                for (State result : through(member.part(), branch.state())) {
                    after.add(result.forgetting(decision -> decision >= member.from() && decision < member.to()));
                }
            }
        }
        return after;
    }

    private Set<State> alternative(Part.Alternative alternative, State state) {
        Set<State> after = new LinkedHashSet<>();
        for (Branch branch : branches.of(alternative.decision(), state)) {
            // Where the place is reached the decision applies, though the state may have forgotten it.
            if (branch.choice() != Encodable.NONE) {
                after.addAll(member(alternative.options().get(branch.choice()), branch.state()));
            }
        }
        return after;
    }

    private Set<State> skip(Skip skip, State state) {
        Set<State> after = new LinkedHashSet<>();
        for (State result : through(skip.inner(), state)) {
            Tensor in = new Tensor("in", state.shape());
            Tensor out = new Tensor("out", result.shape());
            after.add(result.with(shape(skip.path(), () -> skip.sum(Graph.ofShapes(), "", in, out))));
        }
        return after;
    }

    private Set<State> cell(Cell cell, State state) {
        for (Cell.Edge edge : cell.edges()) {
            for (Member option : edge.operation().options()) {
                for (State result : member(option, state)) {
                    if (!result.shape().equals(state.shape())) {
                        throw new InvalidSettings(
                                option.path(),
                                "must give the shape that it takes, as an operation of a cell, and makes "
                                        + state.shape() + " to " + result.shape());
                    }
                }
            }
        }
        List<Tensor> nodes = new ArrayList<>();
        for (int node = 0; node < cell.nodes(); node++) {
            nodes.add(new Tensor("" + node, state.shape()));
        }
        return Set.of(state.with(cell.result(Graph.ofShapes(), "", nodes).shape()));
    }

    private Set<State> leaf(Part.Leaf leaf, State state) {
        List<Way> ways = List.of(new Way(Map.of(), state));
        for (Map.Entry<Field, Quantity> field : leaf.fields().entrySet()) {
            List<Way> next = new ArrayList<>();
            for (Way way : ways) {
                ways(leaf, field.getKey(), field.getValue(), way, next);
            }
            ways = next;
        }
        Set<State> after = new LinkedHashSet<>();
        for (Way way : ways) {
            Tensor in = new Tensor("in", state.shape());
            after.add(way.state()
                    .with(shape(
                            leaf.path(),
                            () -> leaf.kind()
                                    .builder()
                                    .build(Graph.ofShapes(), "layer", in, new Arguments(way.values())))));
        }
        return after;
    }

    /** What the fields of a layer may come to. */
    private record Way(Map<String, Object> values, State state) {}

    /** Of a field on which no shape depends, anything will do. */
    private void ways(Part.Leaf leaf, Field field, Quantity quantity, Way way, List<Way> result) {
        if (!field.shapes() || quantity.dependsOn().isEmpty()) {
            result.add(new Way(with(way.values(), field, quantity.at(0)), way.state()));
            return;
        }
        for (Branch branch : branches.of(quantity.dependsOn().getAsInt(), way.state())) {
            if (branch.choice() == Encodable.NONE && !quantity.hasDefault()) {
                continue;
            }
            result.add(new Way(with(way.values(), field, quantity.at(branch.choice())), branch.state()));
            if (++steps > Limits.STEPS) {
                throw tooMany(leaf.path());
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> values, Field field, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(field.name(), value);
        return more;
    }

    private Shape shape(String path, Supplier<Tensor> tensor) {
        if (++steps > Limits.STEPS) {
            throw tooMany(path);
        }
        try {
            return tensor.get().shape();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings(path, e.getMessage());
        }
    }

    private static InvalidSettings tooMany(String path) {
        return new InvalidSettings(path, "has too many combinations of shapes to be checked, with those before it");
    }
}
