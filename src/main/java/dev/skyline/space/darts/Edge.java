package dev.skyline.space.darts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a node's two inputs.
 *
 * @param source 0 and 1 for the outputs of the two cells before (the earlier one is 0), then the cell's own nodes
 */
record Edge(Operation operation, int source) {

    private static final Pattern TEXT = Pattern.compile("\\('(\\w+)',(\\d{1,2})\\)");

    /**
     * @throws IllegalArgumentException where the text is of no edge
     */
    static Edge parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no edge; it reads ('skip_connect', 0)");
        }
        Operation operation = Operation.find(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException("there is no operation '" + matcher.group(1)
                        + "'; valid are " + String.join(", ", Operation.texts())));
        return new Edge(operation, Integer.parseInt(matcher.group(2)));
    }

    Edge with(Operation newOperation) {
        return new Edge(newOperation, source);
    }

    Edge from(int newSource) {
        return new Edge(operation, newSource);
    }

    String text() {
        return "('" + operation.text() + "', " + source + ")";
    }
}
