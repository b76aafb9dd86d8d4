package dev.skyline.space.sequential;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One layer of the chain.
 *
 * @param kernel pixels a side of a convolution's window; 0 for a pooling
 * @param filters output channels of a convolution; 0 for a pooling
 * @param skip whether a convolution's input is added to its result
 */
record Block(Operation operation, int kernel, int filters, boolean skip) {

    private static final Pattern TEXT = Pattern.compile("([a-z]+)(?:(\\d{1,4})x\\2-(\\d{1,6})(\\+skip)?)?");
    private static final String SKIP = "+skip";

    /**
     * @throws IllegalArgumentException where the text is of no layer
     */
    static Block parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            boolean parametric = matcher.group(2) != null;
            Operation operation = Operation.find(matcher.group(1)).orElse(null);
            if (operation != null && operation.isPooling() != parametric) {
                return parametric
                        ? new Block(
                                operation,
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(3)),
                                matcher.group(4) != null)
                        : pooling(operation);
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no layer; valid are conv3x3-16, sep3x3-16+skip, max, avg and the like");
    }

    static Block pooling(Operation operation) {
        return new Block(operation, 0, 0, false);
    }

    boolean isPooling() {
        return operation.isPooling();
    }

    Block withKernel(int newKernel) {
        return new Block(operation, newKernel, filters, skip);
    }

    Block withFilters(int newFilters) {
        return new Block(operation, kernel, newFilters, skip);
    }

    Block withSkip(boolean newSkip) {
        return new Block(operation, kernel, filters, newSkip);
    }

    String text() {
        return isPooling()
                ? operation.text()
                : operation.text() + kernel + "x" + kernel + "-" + filters + (skip ? SKIP : "");
    }
}
