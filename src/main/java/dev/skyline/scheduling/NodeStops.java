package dev.skyline.scheduling;

/** A trial did not end because its node stops; it is begun again wherever its task is picked up next. */
final class NodeStops extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeStops(Throwable cause) {
        super("the node stops", cause);
    }
}
