package dev.skyline.api.fake;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.NameTaken;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Data sets by name. */
final class MemoryDatasets implements Datasets {

    private final Map<String, Dataset> all = new TreeMap<>();

    void clear() {
        all.clear();
    }

    @Override
    public void add(Dataset dataset) {
        if (all.putIfAbsent(dataset.name(), dataset) != null) {
            throw new NameTaken(dataset.name());
        }
    }

    @Override
    public Optional<Dataset> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    @Override
    public List<Dataset> list() {
        return List.copyOf(all.values());
    }

    @Override
    public void delete(String name) {
        all.remove(name);
    }
}
