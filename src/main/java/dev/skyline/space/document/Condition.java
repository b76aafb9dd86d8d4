package dev.skyline.space.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads conditions: {@code kernel > 1 and squeeze = 0.25}. */
final class Condition {

    private static final Pattern COMPARISON =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*)\\s*(!=|<=|>=|=|<|>)\\s*([A-Za-z0-9_.-]+)\\s*");
    private static final int LONGEST = 200;

    private Condition() {}

    /** What must hold; nothing where no condition is given. */
    static List<Guard> read(Place place, Scope scope) {
        if (!place.isGiven()) {
            return List.of();
        }
        if (place.text().length() > LONGEST) {
            throw place.refused("has more than " + LONGEST + " characters");
        }
        List<Guard> guards = new ArrayList<>();
        for (String term : place.text().split("\\band\\b", -1)) {
            Matcher comparison = COMPARISON.matcher(term);
            if (!comparison.matches()) {
                throw place.refused("must read like 'kernel > 1 and activation = relu', not " + place.shown());
            }
            String name = comparison.group(1);
            Quantity quantity = scope.known().get(name);
            if (quantity == null) {
                throw place.refused("'" + name + "' is no decision that is taken before; those are "
                        + scope.known().keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
            Predicate<Object> test = test(comparison.group(2), comparison.group(3));
            if (quantity.possible().stream().noneMatch(test)) {
                throw place.refused("can never hold: " + name + " is one of "
                        + quantity.possible().stream().map(Field::written).collect(Collectors.joining(", ")));
            }
            quantity.guard(test).ifPresent(guards::add);
        }
        return guards;
    }

    private static Predicate<Object> test(String operator, String operand) {
        return value -> {
            if (value instanceof Number number && isNumber(operand)) {
                return holds(operator, new BigDecimal(Field.written(number)).compareTo(new BigDecimal(operand)));
            }
            boolean equal = Field.written(value).equals(operand);
            return operator.equals("=") && equal || operator.equals("!=") && !equal;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    }

    private static boolean holds(String operator, int comparison) {
        return switch (operator) {
            case "=" -> comparison == 0;
            case "!=" -> comparison != 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }
}
