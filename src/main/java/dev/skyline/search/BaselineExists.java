package dev.skyline.search;

/** An experiment has a baseline of this name already. */
public final class BaselineExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BaselineExists(String name) {
        super("this experiment has a baseline '" + name + "' already");
    }
}
