package dev.skyline.hardware;

import java.util.Map;
import java.util.TreeMap;

/** Qualities in memory. */
public final class InMemoryQualities implements ModelQualities {

    private final Map<String, ModelQuality> all = new TreeMap<>();

    public void clear() {
        all.clear();
    }

    @Override
    public void put(String target, ModelQuality quality) {
        all.put(target, quality);
    }

    @Override
    public Map<String, ModelQuality> all() {
        return Map.copyOf(all);
    }
}
