package dev.skyline.hardware.agent;

import java.util.List;
import java.util.stream.Collectors;

/** An agent reports what cannot be. */
public final class InvalidReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** What is wrong with one of the figures. */
    public record Fault(String field, String message) {}

    InvalidReport(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + " " + fault.message())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }
}
