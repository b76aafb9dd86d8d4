package dev.skyline.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An action that the present state does not allow. */
public final class IllegalTransition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IllegalTransition(String action, ExperimentState state, ExperimentState... allowed) {
        super("cannot " + action + " an experiment that is " + state
                + (allowed.length == 0
                        ? ""
                        : "; it must be "
                                + Arrays.stream(allowed).map(Enum::name).collect(Collectors.joining(" or "))));
    }
}
