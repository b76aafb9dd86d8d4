package dev.skyline.experiment;

import java.time.Instant;

/**
 * A trial in the hands of somebody else's trainer.
 *
 * @param client who has it, by the name that it gave itself
 * @param leaseUntil when it may be given to another, unless the client lets hear of itself
 */
public record Suggestion(TrialId trial, String client, Instant leaseUntil) {

    /** Longest name of a client. */
    public static final int CLIENT_LENGTH = 100;

    public Suggestion {
        if (client.isBlank() || client.length() > CLIENT_LENGTH) {
            throw new IllegalArgumentException("a client's name has 1 to " + CLIENT_LENGTH + " characters");
        }
    }
}
