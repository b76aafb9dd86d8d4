package dev.skyline.api.fake;

import dev.skyline.search.IdempotencyKeyReused;
import dev.skyline.search.IdempotencyKeys;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Keys in memory, one call at a time. */
final class MemoryKeys implements IdempotencyKeys {

    private final Map<String, Map.Entry<String, String>> known = new HashMap<>();

    @Override
    public synchronized Answer once(String key, String request, Supplier<String> create) {
        Map.Entry<String, String> before = known.get(key);
        if (before == null) {
            String location = create.get();
            known.put(key, Map.entry(request, location));
            return new Answer(location, false);
        }
        if (!before.getKey().equals(request)) {
            throw new IdempotencyKeyReused();
        }
        return new Answer(before.getValue(), true);
    }
}
