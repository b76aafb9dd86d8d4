package dev.skyline.search;

import java.util.List;

/** A draft that is refused, with all that is wrong with it at once. */
public final class InvalidExperiment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param field path in the spec as the API writes it: {@code constraints[0].metric} */
    public record Fault(String field, String message) {}

    public InvalidExperiment(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
