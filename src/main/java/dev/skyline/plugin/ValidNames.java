package dev.skyline.plugin;

import java.util.Collection;

/** How a refusal of an unknown name says which ones would be valid. */
public final class ValidNames {

    private ValidNames() {}

    /** The end of the sentence: {@code ; valid are a, b}, or that there is nothing to choose from. */
    public static String of(Collection<String> names) {
        return names.isEmpty() ? "; there are none" : "; valid are " + String.join(", ", names);
    }
}
