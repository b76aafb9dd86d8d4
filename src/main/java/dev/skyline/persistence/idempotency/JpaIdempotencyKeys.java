package dev.skyline.persistence.idempotency;

import dev.skyline.search.IdempotencyKeyReused;
import dev.skyline.search.IdempotencyKeys;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

@Repository
@Transactional
class JpaIdempotencyKeys implements IdempotencyKeys {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final IdempotencyKeyRows rows;
    private final Clock clock;

    JpaIdempotencyKeys(IdempotencyKeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Answer once(String key, String request, Supplier<String> create) {
        rows.deleteOlder(clock.instant().minus(REMEMBERED));
        if (rows.insert(key, request, clock.instant()) == 1) {
            String location = create.get();
            rows.setLocation(key, location);
            return new Answer(location, false);
        }
        IdempotencyKeyRow earlier = rows.findById(key).orElseThrow();
        if (!earlier.request().equals(request)) {
            throw new IdempotencyKeyReused();
        }
        return new Answer(earlier.location(), true);
    }
}
