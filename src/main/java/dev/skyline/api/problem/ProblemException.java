package dev.skyline.api.problem;

import java.util.List;

/** A request that the API refuses, with the type of problem to answer with. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Fault> faults;

    public ProblemException(ProblemType type, String detail, List<Fault> faults) {
        super(detail);
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** A request whose content is wrong in these places, at least one. */
    public static ProblemException invalid(List<Fault> faults) {
        return new ProblemException(ProblemType.VALIDATION, summary(faults), faults);
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Fault(field, message)));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    /** The first fault and how many more there are: enough for a reader who looks at nothing else. */
    static String summary(List<Fault> faults) {
        Fault first = faults.get(0);
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return (first.field().isEmpty() ? "" : first.field() + ": ") + first.message() + more;
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }
}
