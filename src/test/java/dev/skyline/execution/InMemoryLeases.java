package dev.skyline.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Leases for unit tests. */
public final class InMemoryLeases implements Leases {

    private record Lease(UUID holder, Instant end) {}

    private final Map<String, Lease> held = new HashMap<>();

    @Override
    public synchronized boolean take(String work, UUID holder, Duration span) {
        boolean free = !held.containsKey(work) || !held.get(work).end().isAfter(Instant.now());
        if (free) {
            held.put(work, new Lease(holder, Instant.now().plus(span)));
        }
        return free;
    }

    @Override
    public synchronized boolean renew(String work, UUID holder, Duration span) {
        return has(work, holder)
                && held.put(work, new Lease(holder, Instant.now().plus(span))) != null;
    }

    @Override
    public synchronized void release(String work, UUID holder) {
        if (has(work, holder)) {
            held.remove(work);
        }
    }

    private boolean has(String work, UUID holder) {
        return held.containsKey(work) && held.get(work).holder().equals(holder);
    }
}
