package dev.skyline.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** For tests that need no database. */
public final class InMemoryDatasets implements Datasets {

    private final Map<String, Dataset> byName = new ConcurrentSkipListMap<>();

    @Override
    public void add(Dataset dataset) {
        if (byName.putIfAbsent(dataset.name(), dataset) != null) {
            throw new NameTaken(dataset.name());
        }
    }

    @Override
    public Optional<Dataset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<Dataset> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public void delete(String name) {
        byName.remove(name);
    }
}
