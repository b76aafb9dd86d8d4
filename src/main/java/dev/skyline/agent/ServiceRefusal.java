package dev.skyline.agent;

/** The service refuses a call, and would refuse it again. */
final class ServiceRefusal extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    private final int status;

    ServiceRefusal(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** Whether something that this agent relied on is no longer so: its session, or its lease. */
    boolean isConflict() {
        return status == CONFLICT;
    }

    boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }
}
