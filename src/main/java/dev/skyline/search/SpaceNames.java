package dev.skyline.search;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.ValidNames;
import dev.skyline.space.StoredSpace;
import dev.skyline.space.StoredSpaces;

import java.util.HashMap;
import java.util.Map;

/** Puts the documents of stored search spaces in the place of their names, so that a spec says all by itself. */
record SpaceNames(StoredSpaces stored) {

    private static final String TYPE = "user-defined";
    private static final String NAME = "name";
    private static final String DOCUMENT = "document";

    /**
     * The choice, without a name.
     *
     * @throws InvalidSettings where there is no space of the name, or a document beside it
     */
    PluginSpec resolve(PluginSpec choice) {
        if (!choice.type().equals(TYPE) || !(choice.settings().get(NAME) instanceof String name) || name.isEmpty()) {
            return choice;
        }
        if (choice.settings().containsKey(DOCUMENT)) {
            throw new InvalidSettings(NAME, "cannot stand beside a document");
        }
        StoredSpace space = stored.find(name)
                .orElseThrow(() -> new InvalidSettings(
                        NAME,
                        "there is no search space '" + name + "'"
                                + ValidNames.of(stored.list().stream()
                                        .map(StoredSpace::name)
                                        .toList())));
        Map<String, Object> settings = new HashMap<>(choice.settings());
        settings.remove(NAME);
        settings.put(DOCUMENT, space.document());
        return new PluginSpec(TYPE, settings);
    }
}
