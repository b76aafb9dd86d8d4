package dev.skyline.space.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks that a document names, written out where they are used; those that are shared, decided once. */
final class Definitions {

    private static final List<String> KEYS = List.of("shared", "decisions", "repeat", "layers", "skip");
    private static final Field SHARED = Field.flag("shared");

    private final Unroller unroller;
    private final Layers layers;
    private final Map<String, Place> blocks = new LinkedHashMap<>();
    private final Map<String, Part> shared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private Scope outermost;

    Definitions(Unroller unroller, Layers layers) {
        this.unroller = unroller;
        this.layers = layers;
    }

    /** Decides the shared ones, in the order of their names but for those that others use. */
    void read(Place place, Scope scope) {
        outermost = scope;
        if (!place.isGiven()) {
            return;
        }
        for (String name : place.keys().stream().sorted().toList()) {
            Place block = place.get(name);
            new Place(block.path(), name).name();
            blocks.put(name, block.only(KEYS));
        }
        for (String name : blocks.keySet()) {
            if (isShared(name) && !shared.containsKey(name)) {
                share(name, outermost);
            }
        }
    }

    private boolean isShared(String name) {
        Place sharing = blocks.get(name).get("shared");
        return sharing.isGiven() && Boolean.TRUE.equals(SHARED.read(sharing));
    }

    /** @param user from where it is used, which tells the blocks around it */
    private Part share(String name, Scope user) {
        Scope scope = new Scope(name, outermost.known(), List.of(), 1, user.uses());
        Part part = unroller.sequence(blocks.get(name), scope.using(name));
        shared.put(name, part);
        return part;
    }

    Part use(Place place, Scope scope) {
        String name = place.name();
        if (!blocks.containsKey(name)) {
            throw place.refused("there is no block '" + name + "'; valid are " + String.join(", ", blocks.keySet()));
        }
        if (scope.uses().contains(name)) {
            throw place.refused("is a cycle: " + String.join(" uses ", scope.uses()) + " uses " + name);
        }
        if (scope.uses().size() == Limits.USES) {
            throw place.refused("lies in more than " + Limits.USES + " blocks");
        }
        used.add(name);
        if (!isShared(name)) {
            return unroller.sequence(blocks.get(name), scope.using(name));
        }
        Part part = shared.containsKey(name) ? shared.get(name) : share(name, scope);
        layers.count(part.layers(), place);
        return part;
    }

    void checkAllUsed() {
        for (Map.Entry<String, Place> block : blocks.entrySet()) {
            if (!used.contains(block.getKey())) {
                throw block.getValue().refused("is used nowhere");
            }
        }
    }
}
