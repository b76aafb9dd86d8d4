package dev.skyline.space;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document of the language of search spaces, kept under a name. Immutable: another document takes another name, or the
 * place of a deleted one.
 *
 * @param about for people; may be empty
 * @param size number of architectures
 */
public record StoredSpace(String name, String about, Map<String, Object> document, BigInteger size, Instant createdAt) {

    public static final String NAME_RULE = "1 to 64 lower-case letters, digits, hyphens and underscores";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

    public StoredSpace {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a search space: " + NAME_RULE);
        }
    }
}
