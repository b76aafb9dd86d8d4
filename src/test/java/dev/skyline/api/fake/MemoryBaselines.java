package dev.skyline.api.fake;

import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.ExperimentId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Baselines by id, oldest first. */
public final class MemoryBaselines implements Baselines {

    private final Map<UUID, Baseline> all = new LinkedHashMap<>();

    void clear() {
        all.clear();
    }

    @Override
    public boolean add(Baseline baseline) {
        if (of(baseline.experiment()).stream().anyMatch(other -> other.name().equals(baseline.name()))) {
            return false;
        }
        all.put(baseline.id(), baseline);
        return true;
    }

    @Override
    public Optional<Baseline> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Baseline> of(ExperimentId experiment) {
        return all.values().stream()
                .filter(baseline -> baseline.experiment().equals(experiment))
                .toList();
    }

    @Override
    public List<Baseline> measuring() {
        return all.values().stream()
                .filter(baseline -> baseline.state() == Baseline.State.MEASURING)
                .toList();
    }

    @Override
    public void update(Baseline baseline) {
        all.replace(baseline.id(), baseline);
    }

    @Override
    public void delete(UUID id) {
        all.remove(id);
    }

    @Override
    public boolean usesModel(String hash) {
        return all.values().stream().anyMatch(baseline -> baseline.model().equals(hash));
    }
}
