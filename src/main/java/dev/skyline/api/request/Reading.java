package dev.skyline.api.request;

import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;

import java.util.ArrayList;
import java.util.List;

/**
 * What was made of a request body. Where there are faults the value holds nulls in their places, good enough to look for
 * further faults and for nothing else.
 */
public record Reading<T>(T value, List<Fault> faults) {

    public Reading {
        faults = List.copyOf(faults);
    }

    /**
     * @throws ProblemException where there are faults
     */
    public T orThrow() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return value;
    }

    /** The faults together with those found later, except for what merely follows from a place that is at fault. */
    public List<Fault> plus(List<Fault> later) {
        List<Fault> all = new ArrayList<>(faults);
        later.stream().filter(fault -> !isKnown(fault.field())).forEach(all::add);
        return all;
    }

    private boolean isKnown(String field) {
        return faults.stream()
                .map(Fault::field)
                .anyMatch(known -> field.equals(known)
                        || known.isEmpty()
                        || field.startsWith(known + ".")
                        || field.startsWith(known + "[")
                        || known.startsWith(field + "[")
                        || known.startsWith(field + "."));
    }
}
