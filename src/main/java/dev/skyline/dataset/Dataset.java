package dev.skyline.dataset;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** A named data set: what is known of it. Its samples lie in {@link DatasetFiles}. Immutable. */
public record Dataset(String name, Content content, Origin origin, Instant createdAt) {

    public static final String NAME_RULE = "1 to 64 lower-case letters, digits and hyphens";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Dataset {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a data set: " + NAME_RULE);
        }
        Objects.requireNonNull(content);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(createdAt);
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
