package dev.skyline.export;

/** A model cannot be handed out. The message says why, for people. */
public final class ExportFailed extends RuntimeException {

    /** Too many exports wait already; later it may do. */
    public static final String BUSY = "Busy";

    private static final long serialVersionUID = 1L;

    private final String code;

    public ExportFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Upper camel: {@code RuntimesDisagree}. */
    public String code() {
        return code;
    }
}
