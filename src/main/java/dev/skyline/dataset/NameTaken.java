package dev.skyline.dataset;

/** There is a data set of this name, with other content. */
public final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    public NameTaken(String name) {
        super("there is a data set '" + name + "' with other content already");
        this.name = name;
    }

    public String name() {
        return name;
    }
}
