package dev.skyline.api.problem;

import java.net.URI;
import java.util.Locale;

/** Every type of problem that the API answers with; {@code docs/problems.md} describes each. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This method is not supported here"),
    NOT_ACCEPTABLE(406, "This cannot be had in an accepted format"),
    CONFLICT(409, "The present state does not allow this"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This content type is not supported here"),
    VALIDATION(422, "The request is not valid"),
    INVALID_DATASET(422, "The file is no valid data set"),
    INVALID_BENCHMARK(422, "The file is no valid benchmark"),
    INTERNAL(500, "Something went wrong inside the service"),
    UNAVAILABLE(503, "The service cannot answer at present");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** One line for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The last part of its URI: {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its stable identity: {@code urn:skyline:problem:not-found}. */
    public URI uri() {
        return URI.create("urn:skyline:problem:" + slug());
    }

    /** The general type of an HTTP status that no more special one is known for. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        // 501 and 505 are the web server's words for a method or protocol that nobody speaks.
        return status >= 500 && status != 501 && status != 505 ? INTERNAL : INVALID_REQUEST;
    }
}
