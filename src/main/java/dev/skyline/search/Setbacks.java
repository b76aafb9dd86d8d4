package dev.skyline.search;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps what fails whenever it is tried, such as an experiment of another version, from holding up the rest: it is left
 * alone for longer and longer, from a second to five minutes, and the log hears of the same failure once an hour. For
 * many threads.
 */
public final class Setbacks {

    private static final Logger LOG = System.getLogger(Setbacks.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration TOLD_AGAIN = Duration.ofHours(1);

    private final String work;
    private final Clock clock;
    private final Map<Object, Setback> setbacks = new ConcurrentHashMap<>();

    private record Setback(Duration rest, Instant due, String failure, Instant told) {}

    /** @param work what is tried, for the log: {@code to advance experiment} */
    public Setbacks(String work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** What the attempt gave; empty where it failed, and where an earlier one did too short a while ago. */
    public <T> Optional<T> attempt(Object id, Supplier<T> attempt) {
        Setback last = setbacks.get(id);
        if (last != null && clock.instant().isBefore(last.due())) {
            return Optional.empty();
        }
        try {
            Optional<T> result = Optional.of(attempt.get());
            setbacks.remove(id);
            return result;
        } catch (RuntimeException e) {
            fail(id, Optional.ofNullable(last), e);
            return Optional.empty();
        }
    }

    private void fail(Object id, Optional<Setback> last, RuntimeException failure) {
        Instant now = clock.instant();
        Duration rest = last.map(setback -> setback.rest().multipliedBy(2))
                .filter(longer -> longer.compareTo(LONGEST) < 0)
                .orElse(last.isPresent() ? LONGEST : SHORTEST);
        Optional<Instant> told = last.filter(setback -> setback.failure().equals(failure.toString()))
                .map(Setback::told)
                .filter(before -> now.isBefore(before.plus(TOLD_AGAIN)));
        if (told.isEmpty()) {
            LOG.log(Level.ERROR, "failed " + work + " " + id + "; it is tried again now and then", failure);
        }
        // What was deleted is never tried again.
        setbacks.values().removeIf(setback -> setback.due().plus(TOLD_AGAIN).isBefore(now));
        setbacks.put(id, new Setback(rest, now.plus(rest), failure.toString(), told.orElse(now)));
    }
}
