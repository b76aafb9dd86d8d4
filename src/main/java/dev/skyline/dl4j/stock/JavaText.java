package dev.skyline.dl4j.stock;

import java.util.ArrayList;
import java.util.List;

/** Pieces of Java source. */
final class JavaText {

    private static final int LONGEST_LINE = 110;
    private static final String INDENT = "        ";

    private JavaText() {}

    /** A statement, on one line where it fits, otherwise with a line for each argument. */
    static String call(String method, String name, String code, String... inputs) {
        List<String> arguments = new ArrayList<>(List.of(literal(name), code));
        for (String input : inputs) {
            arguments.add(literal(input));
        }
        String line = INDENT + method + "(" + String.join(", ", arguments) + ");";
        return line.length() <= LONGEST_LINE
                ? line
                : INDENT + method + "(\n" + INDENT + INDENT + String.join(",\n" + INDENT + INDENT, arguments) + ");";
    }

    /** A text as a string literal in plain ASCII, whatever is in it. */
    static String literal(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                result.append('\\').append(c);
            } else if (c < ' ') {
                // Not as \\u000a, which the compiler reads as the end of the line itself.
                result.append(String.format("\\%03o", (int) c));
            } else if (c > '~') {
                result.append(String.format("\\u%04x", (int) c));
            } else {
                result.append(c);
            }
        }
        return result.append('"').toString();
    }

    /** A text within a Javadoc comment, which it must not end. */
    static String comment(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.replace("\\", "/").replace("*/", "* /").toCharArray()) {
            result.append(c < ' ' ? " " : c == '<' ? "&lt;" : c == '@' ? "&#64;" : String.valueOf(c));
        }
        return result.toString();
    }
}
