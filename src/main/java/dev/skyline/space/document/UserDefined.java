package dev.skyline.space.document;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.util.Map;

/** The space that a user describes, in the experiment or stored under a name. */
public final class UserDefined {

    public static final Plugin<Settings, Task, SearchSpace> PLUGIN = new Plugin<>(
            "user-defined",
            "What a document describes: stages, layers, choices, ranges, conditions, repeats, skips and cells.",
            "",
            Settings.class,
            UserDefined::create);

    /** The document, or the name under which it is stored; of a submitted experiment always the document. */
    public record Settings(
            @Setting(
                    about = "what may be searched, in the language of docs/search-spaces.md",
                    value = "",
                    document = DocumentSchema.class)
            Map<String, Object> document,

            @Setting(
                    about = "of a stored search space, whose document is taken instead; the experiment keeps a copy",
                    value = "")
            String name) {}

    private UserDefined() {}

    private static SearchSpace create(Settings settings, Task task) {
        if (!settings.name().isEmpty()) {
            throw new InvalidSettings("name", "stands for a stored search space, which is looked up on submission");
        }
        return DocumentSpace.of(settings.document(), task);
    }
}
