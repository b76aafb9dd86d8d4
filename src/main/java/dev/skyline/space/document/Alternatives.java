package dev.skyline.space.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads choices between blocks, each of which is known by its name, or by its kind where it has none. */
final class Alternatives {

    private final Unroller unroller;
    private final Slots slots;

    Alternatives(Unroller unroller, Slots slots) {
        this.unroller = unroller;
        this.slots = slots;
    }

    Part.Alternative read(Place list, Scope scope) {
        List<Place> places = list.someElements(Limits.OPTIONS);
        if (places.size() == 1) {
            throw list.refused("must hold two or more blocks");
        }
        List<String> labels = new ArrayList<>();
        for (Place place : places) {
            if (place.has("if")) {
                throw place.get("if").refused("cannot stand at an option; let the whole choice depend on it");
            }
            String label = label(place);
            if (labels.contains(label)) {
                throw place.refused("is a second option '" + label + "'; give it a name");
            }
            labels.add(label);
        }
        int decision = slots.add(scope.name(), labels, false, scope.guards(), list);
        List<Member> options = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Scope inner = scope.inner().under(List.of(Guard.of(decision, i)));
            options.add(unroller.member(places.get(i), labels.get(i), inner));
        }
        return new Part.Alternative(decision, options);
    }

    /** What was chosen, for conditions that come after. */
    Quantity labels(Part.Alternative choice) {
        List<Object> values =
                List.copyOf(slots.get(choice.decision()).decision().options());
        return new Quantity.Decided(choice.decision(), values, Optional.empty());
    }

    private static String label(Place option) {
        for (String key : List.of("name", "layer", "use")) {
            if (option.has(key)) {
                return option.get(key).name();
            }
        }
        if (option.value() instanceof String) {
            return option.name();
        }
        throw option.refused("needs a name, as an option");
    }
}
