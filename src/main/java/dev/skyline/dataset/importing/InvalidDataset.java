package dev.skyline.dataset.importing;

import java.util.Optional;

/** What was uploaded is no data set: what is wrong, and where. */
public final class InvalidDataset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 300;

    private final String field;
    private final String where;

    private InvalidDataset(String field, String where, String what) {
        super(quotable(where == null ? what : where + ": " + what));
        this.field = field;
        this.where = where == null ? null : quotable(where);
    }

    /** Something wrong with the file as a whole. */
    static InvalidDataset file(String what) {
        return new InvalidDataset("file", null, what);
    }

    /** Something wrong within the file: an entry's name, a line and column, a byte offset. */
    static InvalidDataset at(String where, String what) {
        return new InvalidDataset("file", where, what);
    }

    /** Something wrong with what was said beside the file. */
    static InvalidDataset field(String field, String what) {
        return new InvalidDataset(field, null, what);
    }

    /** Field of the request at fault: {@code file}, {@code name}, {@code type} or {@code label}. */
    public String field() {
        return field;
    }

    /** Place within the file, where it is known. */
    public Optional<String> where() {
        return Optional.ofNullable(where);
    }

    // Names come from the uploaded file: they could be of any length, or write lines into a log.
    private static String quotable(String text) {
        String printable = text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return printable.length() <= 2 * LONGEST_QUOTE
                ? printable
                : printable.substring(0, LONGEST_QUOTE) + "…" + printable.substring(printable.length() - LONGEST_QUOTE);
    }
}
