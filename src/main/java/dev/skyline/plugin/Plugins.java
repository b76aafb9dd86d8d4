package dev.skyline.plugin;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registered plug-ins of one kind, in the order in which they are shown. */
public final class Plugins<C, T> {

    private final String kind;
    private final Map<String, Plugin<?, C, T>> byId = new LinkedHashMap<>();

    /** @param kind for messages: "search strategy" */
    public Plugins(String kind, List<Plugin<?, C, T>> plugins) {
        this.kind = kind;
        for (Plugin<?, C, T> plugin : plugins) {
            if (byId.put(plugin.id(), plugin) != null) {
                throw new IllegalArgumentException("two plug-ins of kind " + kind + " are named " + plugin.id());
            }
        }
    }

    public Collection<Plugin<?, C, T>> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /**
     * @throws UnknownPlugin where there is none of this id
     */
    public Plugin<?, C, T> get(String id) {
        Plugin<?, C, T> plugin = byId.get(id);
        if (plugin == null) {
            throw new UnknownPlugin(kind, id, ids());
        }
        return plugin;
    }

    /** The same choice with all settings spelt out, so that a later change of a default changes nothing of it. */
    public PluginSpec complete(PluginSpec spec) {
        return new PluginSpec(
                spec.type(), SettingsSchema.values(get(spec.type()).settings(spec.settings())));
    }

    /** The same choice, its settings in the order in which the plug-in declares them, as far as it knows them. */
    public PluginSpec ordered(PluginSpec spec) {
        Plugin<?, C, T> plugin = byId.get(spec.type());
        if (plugin == null) {
            return spec;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        for (RecordComponent component : plugin.settings().getRecordComponents()) {
            if (spec.settings().containsKey(component.getName())) {
                settings.put(component.getName(), spec.settings().get(component.getName()));
            }
        }
        spec.settings().forEach(settings::putIfAbsent);
        return new PluginSpec(spec.type(), settings);
    }

    public T create(PluginSpec spec, C context) {
        return get(spec.type()).create(spec.settings(), context);
    }
}
