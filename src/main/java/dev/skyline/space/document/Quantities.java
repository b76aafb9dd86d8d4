package dev.skyline.space.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a field comes to: a value, a reference, a choice, a range, or one value first and another in the rest. */
final class Quantities {

    private static final List<String> CHOICE = List.of("choice", "if", "else");
    private static final List<String> RANGE = List.of("from", "to", "step", "factor", "if", "else");
    private static final List<String> FIRST = List.of("first", "rest");

    private final Slots slots;

    Quantities(Slots slots) {
        this.slots = slots;
    }

    /** @param name of the decision, where it is one that is taken here */
    Quantity read(Field field, Place place, String name, Scope scope) {
        if (place.value() instanceof String text && text.startsWith("$")) {
            return reference(field, place, text.substring(1), scope);
        }
        if (!place.isObject()) {
            return new Quantity.Fixed(field.read(place));
        }
        if (place.has("first")) {
            place.only(FIRST);
            return read(field, place.get(scope.repetition() == 1 ? "first" : "rest"), name, scope);
        }
        if (!place.has("choice") && !place.has("from")) {
            throw place.refused("must be a value, or have choice, or from and to, or first and rest");
        }
        List<Object> values = place.has("choice") ? choice(field, place.only(CHOICE)) : range(field, place.only(RANGE));
        return decided(field, place, name, values, scope);
    }

    private Quantity reference(Field field, Place place, String name, Scope scope) {
        Quantity found = scope.known().get(name);
        if (found == null) {
            throw place.refused("'" + name + "' is no decision that is taken before; those are "
                    + scope.known().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        boolean certain = found.dependsOn().isEmpty()
                || scope.guards()
                        .containsAll(slots.get(found.dependsOn().getAsInt()).guards());
        if (!certain && !found.hasDefault()) {
            throw place.refused("'" + name + "' does not always apply here");
        }
        return found.map(value -> field.read(new Place(place.path(), value)));
    }

    private static List<Object> choice(Field field, Place place) {
        Set<Object> values = new LinkedHashSet<>();
        for (Place element : place.get("choice").someElements(Limits.OPTIONS)) {
            if (!values.add(field.read(element))) {
                throw element.refused(element.shown() + " stands twice");
            }
        }
        return List.copyOf(values);
    }

    private static List<Object> range(Field field, Place place) {
        double from = number(place.get("from"));
        double to = number(place.get("to"));
        boolean grows = place.has("factor");
        if (grows && place.has("step")) {
            throw place.get("step").refused("cannot stand beside factor");
        }
        double step = grows || place.has("step") ? number(place.get(grows ? "factor" : "step")) : 1;
        if (grows ? !(step > 1 && from > 0) : !(step > 0)) {
            throw place.get(grows ? "factor" : "step")
                    .refused(grows ? "must be above 1, and from above 0" : "must be above 0");
        }
        if (!(from <= to)) {
            throw place.get("to").refused("must be at least from");
        }
        Set<Object> values = new LinkedHashSet<>();
        for (int i = 0; ; i++) {
            double exact = grows ? from * Math.pow(step, i) : from + i * step;
            double value = field.type() == Field.Type.WHOLE ? Math.rint(exact) : Math.rint(exact * 1e6) / 1e6;
            if (value > to || values.size() > Limits.OPTIONS) {
                break;
            }
            values.add(field.read(new Place(place.path(), value)));
        }
        if (values.size() > Limits.OPTIONS) {
            throw place.refused("must hold at most " + Limits.OPTIONS + " values");
        }
        return List.copyOf(values);
    }

    private static double number(Place place) {
        double value = place.value() instanceof Number number ? number.doubleValue() : Double.NaN;
        if (Math.abs(value) <= Integer.MAX_VALUE) {
            return value;
        }
        throw place.refused("must be a number of at most 31 bits, not " + place.shown());
    }

    private Quantity decided(Field field, Place place, String name, List<Object> values, Scope scope) {
        List<Guard> condition = Condition.read(place.get("if"), scope);
        boolean conditional = place.has("if");
        if (conditional != place.has("else")) {
            throw place.get(conditional ? "else" : "if").refused("is needed where there is the other of if and else");
        }
        if (values.size() == 1) {
            if (conditional) {
                throw place.refused("must leave two or more values to choose from where it has a condition");
            }
            return new Quantity.Fixed(values.get(0));
        }
        List<Guard> guards = new ArrayList<>(scope.guards());
        guards.addAll(condition);
        List<String> texts = values.stream().map(Field::written).toList();
        int slot = slots.add(name, texts, isOrdered(values), guards, conditional ? place.get("if") : place);
        Optional<Object> otherwise = conditional ? Optional.of(field.read(place.get("else"))) : Optional.empty();
        return new Quantity.Decided(slot, values, otherwise);
    }

    private static boolean isOrdered(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Number number)
                    || i > 0 && number.doubleValue() <= ((Number) values.get(i - 1)).doubleValue()) {
                return false;
            }
        }
        return true;
    }
}
