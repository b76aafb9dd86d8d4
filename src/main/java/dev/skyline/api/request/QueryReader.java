package dev.skyline.api.request;

import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.experiment.view.PageRequest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads query parameters, null for those that are absent; {@link #orThrow()} reports all faults at once. */
public final class QueryReader {

    /** Size of a page where the request says nothing. */
    public static final int PAGE_SIZE = 50;

    private static final int LONGEST_TEXT = 200;

    private final List<Fault> faults = new ArrayList<>();

    /** Notes a fault that the caller found. */
    public void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }

    public int whole(String field, String given, int defaultValue, int min, int max) {
        if (given == null || given.isEmpty()) {
            return defaultValue;
        }
        try {
            int value = Integer.parseInt(given);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            fault(field, "must be a whole number, not '" + quoted(given) + "'");
            return defaultValue;
        }
        String range = max == Integer.MAX_VALUE ? "be at least " + min : "lie in [" + min + ", " + max + "]";
        fault(field, "must " + range + ", not " + quoted(given));
        return defaultValue;
    }

    /** A number from 0 on; empty for an absent or empty text. */
    public OptionalDouble bound(String field, String given) {
        if (given == null || given.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(given);
            if (value >= 0 && Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            fault(field, "must be a number, not '" + quoted(given) + "'");
            return OptionalDouble.empty();
        }
        fault(field, "must be a number from 0 on, not " + quoted(given));
        return OptionalDouble.empty();
    }

    public PageRequest page(String page, String size) {
        return new PageRequest(
                whole("page", page, 0, 0, Integer.MAX_VALUE), whole("size", size, PAGE_SIZE, 1, PageRequest.MAX_SIZE));
    }

    /** Empty for an absent or empty text. */
    public Optional<String> text(String field, String given) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        if (given.length() > LONGEST_TEXT || given.indexOf('\0') >= 0) {
            fault(field, "must have at most " + LONGEST_TEXT + " characters, none of them U+0000");
            return Optional.empty();
        }
        return Optional.of(given);
    }

    /** Empty for an absent or empty text. */
    public <E extends Enum<E>> Optional<E> constant(String field, String given, Class<E> type) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(given))
                .findFirst();
        if (found.isEmpty()) {
            String valid = String.join(
                    ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
            fault(field, "there is no " + field + " '" + quoted(given) + "'; valid are " + valid);
        }
        return found;
    }

    public <E extends Enum<E>> Set<E> constants(String field, List<String> given, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        if (given != null) {
            given.forEach(each -> constant(field, each, type).ifPresent(found::add));
        }
        return found;
    }

    /**
     * @throws ProblemException where there are faults
     */
    public void orThrow() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static String quoted(String given) {
        return given.length() <= LONGEST_TEXT ? given : given.substring(0, LONGEST_TEXT) + "…";
    }
}
