package dev.skyline.api;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers that may be absent, as the fields of answers and requests have them. */
public final class OrNull {

    private OrNull() {}

    public static Double of(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    public static Integer of(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    public static Long of(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** The way back. */
    public static OptionalDouble number(Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }
}
