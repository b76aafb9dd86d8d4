package dev.skyline.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** For tests that need no database. */
public final class InMemoryStoredSpaces implements StoredSpaces {

    private final Map<String, StoredSpace> byName = new ConcurrentSkipListMap<>();

    @Override
    public boolean add(StoredSpace space) {
        return byName.putIfAbsent(space.name(), space) == null;
    }

    @Override
    public Optional<StoredSpace> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<StoredSpace> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public void delete(String name) {
        byName.remove(name);
    }

    public void clear() {
        byName.clear();
    }
}
