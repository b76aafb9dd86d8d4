package dev.skyline.hardware.agent;

import java.util.UUID;

/** An agent asks for a job that is none of its target's. */
public final class NoSuchJob extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchJob(UUID id) {
        super("there is no job " + id + " for this agent");
    }
}
