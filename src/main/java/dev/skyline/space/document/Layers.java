package dev.skyline.space.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads layers, and counts them. */
final class Layers {

    private final Quantities quantities;
    private int count;

    Layers(Quantities quantities) {
        this.quantities = quantities;
    }

    Part read(Place place, Scope scope) {
        Place name = place.isObject() ? place.get("layer") : place;
        LayerKind kind = LayerKinds.ALL.get(name.text());
        if (kind == null) {
            throw name.refused(
                    "there is no layer " + name.shown() + "; valid are " + String.join(", ", LayerKinds.ALL.keySet()));
        }
        count(1, place);
        if (place.isObject()) {
            place.only(kind.keys());
        }
        Scope inner = scope.inner();
        Map<Field, Quantity> fields = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (place.has(field.name())) {
                Place given = place.get(field.name());
                take(
                        field,
                        quantities.read(field, given, Member.joined(scope.name(), field.name()), inner),
                        fields,
                        inner);
            } else if (field.needed()) {
                throw new Place(place.path() + "." + field.name(), null).refused("is needed");
            } else {
                field.absent().ifPresent(value -> take(field, new Quantity.Fixed(value), fields, inner));
            }
        }
        return new Part.Leaf(kind, fields, place.path());
    }

    /** Later fields of the layer may depend on it. */
    private static void take(Field field, Quantity quantity, Map<Field, Quantity> fields, Scope scope) {
        fields.put(field, quantity);
        scope.known().put(field.name(), quantity);
    }

    /**
     * @param more that are written out
     */
    void count(int more, Place place) {
        count += more;
        if (count > Limits.LAYERS) {
            throw place.refused("is a layer more than " + Limits.LAYERS
                    + ", counted with repeats unrolled, blocks written out where they are used, and all options");
        }
    }
}
