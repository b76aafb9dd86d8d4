package dev.skyline.benchmark;

/** What was uploaded is no benchmark: what is wrong, and where. */
public final class InvalidBenchmark extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 500;

    private final String field;

    private InvalidBenchmark(String field, String message) {
        super(printable(message));
        this.field = field;
    }

    /** Something wrong with the file as a whole. */
    static InvalidBenchmark file(String what) {
        return new InvalidBenchmark("file", what);
    }

    /** @param line from 1 */
    static InvalidBenchmark at(long line, String what) {
        return new InvalidBenchmark("file", "line " + line + ": " + what);
    }

    /** @param line from 1 */
    static InvalidBenchmark at(long line, String column, String what) {
        return new InvalidBenchmark("file", "line " + line + ", column '" + column + "': " + what);
    }

    /** Something wrong with what was said beside the file. */
    static InvalidBenchmark field(String field, String what) {
        return new InvalidBenchmark(field, what);
    }

    /** Field of the request at fault: {@code file}, {@code name}, {@code space}, {@code settings}, {@code input} or {@code classes}. */
    public String field() {
        return field;
    }

    // What is quoted comes from the upload: it could be of any length, or write lines into a log.
    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
