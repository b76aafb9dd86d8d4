package dev.skyline.hardware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells columns that carry another unit than milliseconds by their names. */
public final class Units {

    private static final Pattern NAME = Pattern.compile("(?:(.*)[_ (\\[.-])?([a-zµμ]+)[)\\]]?");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("us", "microseconds"),
            Map.entry("µs", "microseconds"),
            Map.entry("μs", "microseconds"),
            Map.entry("usec", "microseconds"),
            Map.entry("microseconds", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("nanoseconds", "nanoseconds"),
            Map.entry("s", "seconds"),
            Map.entry("sec", "seconds"),
            Map.entry("secs", "seconds"),
            Map.entry("seconds", "seconds"),
            Map.entry("cycles", "cycles"),
            Map.entry("ticks", "ticks"),
            Map.entry("fps", "frames a second"));

    private Units() {}

    /** Refuses {@code latency_us}, {@code us} or {@code latency (s)}: latencies are milliseconds, everywhere. */
    public static void refuseOthers(List<String> columns, String wanted) {
        for (String column : columns) {
            other(column).ifPresent(unit -> {
                throw DataTable.fault(
                        1,
                        column,
                        "is in " + unit + "; latencies are wanted in milliseconds, in a column '" + wanted + "'");
            });
        }
    }

    private static Optional<String> other(String column) {
        Matcher name = NAME.matcher(column.toLowerCase(Locale.ROOT));
        return name.matches() ? Optional.ofNullable(OTHERS.get(name.group(2))) : Optional.empty();
    }
}
