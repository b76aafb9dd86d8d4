package dev.skyline.execution;

import java.time.Duration;
import java.util.UUID;

/**
 * Keeps who is at which work, so that no two nodes do the same at the same time. A lease is over when its span has passed
 * since it was taken or renewed. Every method is one transaction.
 */
public interface Leases {

    /**
     * Takes the lease of some work, unless anybody has it.
     *
     * @param work its name
     * @param span how long the lease lasts
     * @return whether the holder has it now
     */
    boolean take(String work, UUID holder, Duration span);

    /**
     * Makes a lease last the span from now on; one that is over, too, while nobody else has taken it.
     *
     * @return whether the holder has it still
     */
    boolean renew(String work, UUID holder, Duration span);

    /** Ends a lease; does nothing where the holder does not have it. */
    void release(String work, UUID holder);
}
