package dev.skyline.space.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a document into parts: repeats unrolled, blocks written out where they are used. The order of keys does not
 * matter, since databases change it.
 */
final class Unroller {

    private static final List<String> DOCUMENT = List.of("about", "decisions", "blocks", "stages");
    private static final List<String> DECISION =
            List.of("name", "choice", "from", "to", "step", "factor", "if", "else");
    private static final List<String> SEQUENCE = List.of("name", "if", "decisions", "repeat", "layers", "skip");
    private static final List<String> CHOICE = List.of("name", "if", "choice");
    private static final List<String> CELL = List.of("name", "if", "cell");
    private static final List<String> USE = List.of("name", "if", "use");
    /** Names of nodes that every network has. */
    private static final List<String> RESERVED = List.of("input", "classifier", "softmax");

    private static final String STAGE = "stage";
    private static final Field SKIP = Field.text("skip", "identity", List.of("identity", "projection"));
    private static final Field REPEAT = Field.whole("repeat", 0, Limits.REPEATS, 1);

    private final Slots slots = new Slots();
    private final Quantities quantities = new Quantities(slots);
    private final Layers layers = new Layers(quantities);
    private final Alternatives alternatives = new Alternatives(this, slots);
    private final CellReader cells = new CellReader(alternatives);
    private final Definitions definitions = new Definitions(this, layers);

    private Unroller() {}

    /**
     * @throws dev.skyline.plugin.InvalidSettings that names the place at fault
     */
    static Unrolled read(Place document) {
        Limits.check(document);
        return new Unroller().document(document.only(DOCUMENT));
    }

    private Unrolled document(Place document) {
        Scope scope = Scope.outermost();
        if (document.has("about")) {
            document.get("about").text();
        }
        decisions(document.get("decisions"), scope);
        definitions.read(document.get("blocks"), scope);
        Part.Chain stages = chain(document.get("stages"), scope, STAGE);
        for (Member stage : stages.members()) {
            if (RESERVED.contains(stage.name())) {
                throw new Place(stage.path() + ".name", stage.name())
                        .refused("must be another name than " + String.join(", ", RESERVED));
            }
        }
        definitions.checkAllUsed();
        if (stages.layers() > Limits.LAYERS_OF_NETWORK) {
            throw document.get("stages")
                    .refused("give networks of up to " + stages.layers() + " layers; " + Limits.LAYERS_OF_NETWORK
                            + " are allowed");
        }
        return new Unrolled(stages, new Decisions(slots.all()));
    }

    private void decisions(Place place, Scope scope) {
        if (!place.isGiven()) {
            return;
        }
        for (Place each : place.someElements(Limits.DECISIONS)) {
            String name = each.only(DECISION).get("name").name();
            Map<String, Object> value = new LinkedHashMap<>();
            each.keys().stream()
                    .filter(key -> !key.equals("name"))
                    .forEach(key -> value.put(key, each.get(key).value()));
            Quantity quantity = quantities.read(
                    Field.OF_ANY, new Place(each.path(), value), Member.joined(scope.name(), name), scope);
            scope.known().put(name, quantity);
        }
    }

    /** @param prefix of the names of members that have none; empty where these are numbers, or nothing for an only one */
    Part.Chain chain(Place list, Scope scope, String prefix) {
        List<Place> places = list.someElements(Limits.LAYERS);
        Set<String> names = new HashSet<>();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            boolean only = prefix.isEmpty() && places.size() == 1;
            String name = place.has("choice") && prefix.isEmpty() ? "choice" : prefix;
            name = place.has("name") ? place.get("name").name() : only ? name : name + (i + 1);
            if (!name.isEmpty() && !names.add(name)) {
                throw place.refused("is a second block of the name " + name);
            }
            members.add(member(place, name, scope));
        }
        return new Part.Chain(members);
    }

    Member member(Place place, String name, Scope scope) {
        int from = slots.size();
        List<Guard> condition = place.isObject() ? Condition.read(place.get("if"), scope) : List.of();
        Part part = part(place, scope.named(name).under(condition));
        if (place.has("name") && part instanceof Part.Alternative choice) {
            // Known to what follows it, so it is not forgotten where it ends.
            scope.known().put(name, alternatives.labels(choice));
            return new Member(name, part, condition, place.path(), place.has("if"), from, from);
        }
        boolean conditional = place.isObject() && place.has("if");
        return new Member(name, part, condition, place.path(), conditional, from, slots.size());
    }

    private Part part(Place place, Scope scope) {
        if (place.value() instanceof String || place.has("layer")) {
            return layers.read(place, scope);
        }
        if (place.has("layers")) {
            return sequence(place.only(SEQUENCE), scope);
        }
        if (place.has("choice")) {
            Place options = place.only(CHOICE).get("choice");
            return alternatives.read(options, scope);
        }
        if (place.has("cell")) {
            return cells.read(place.only(CELL).get("cell"), scope);
        }
        if (place.has("use")) {
            return definitions.use(place.only(USE).get("use"), scope);
        }
        throw place.refused("must be the name of a layer, or have layer, layers, choice, cell or use");
    }

    Part sequence(Place place, Scope outer) {
        Scope scope = outer.inner();
        decisions(place.get("decisions"), scope);
        Quantity repeat = place.has("repeat")
                ? quantities.read(REPEAT, place.get("repeat"), Member.joined(scope.name(), "repeat"), scope)
                : new Quantity.Fixed(1);
        scope.known().put("repeat", repeat);
        int most =
                repeat.possible().stream().mapToInt(value -> (int) value).max().orElseThrow();
        if (most == 0) {
            throw place.get("repeat").refused("leaves nothing");
        }
        Optional<Place> skip = Optional.of(place.get("skip")).filter(Place::isGiven);
        boolean projected = skip.isPresent() && SKIP.read(skip.get()).equals("projection");
        List<Member> repetitions = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            int repetition = i;
            boolean always = repeat.possible().stream().allMatch(value -> (int) value >= repetition);
            List<Guard> guards = always
                    ? List.of()
                    : repeat.guard(value -> (int) value >= repetition).stream().toList();
            String name = most == 1 ? "" : "" + i;
            Scope inner = scope.inner().named(name).under(guards).at(i);
            int from = slots.size();
            Part chain = chain(place.get("layers"), inner, "");
            Part part = skip.isPresent() ? new Skip(chain, projected, skip.get().path()) : chain;
            repetitions.add(new Member(name, part, guards, place.path(), false, from, slots.size()));
        }
        return new Part.Chain(repetitions);
    }
}
