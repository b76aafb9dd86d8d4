package dev.skyline.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Experiments for unit tests: a map, and a lock for each. What {@code claim} has done before it throws, stays. */
public final class InMemoryExperiments implements Experiments {

    private final Map<ExperimentId, Experiment> values = new ConcurrentHashMap<>();
    private final Map<ExperimentId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final List<Consumer<ExperimentId>> onDelete = new ArrayList<>();

    @Override
    public void add(Experiment experiment) {
        if (values.putIfAbsent(experiment.id(), experiment) != null) {
            throw new IllegalStateException("there is an experiment " + experiment.id());
        }
    }

    @Override
    public Optional<Experiment> find(ExperimentId id) {
        return Optional.ofNullable(values.get(id));
    }

    public List<Experiment> list() {
        return List.copyOf(values.values());
    }

    @Override
    public List<ExperimentId> active() {
        return ids(experiment -> experiment.state().isActive());
    }

    @Override
    public List<ExperimentId> unfinished() {
        return ids(experiment -> !experiment.state().isFinished());
    }

    private List<ExperimentId> ids(Predicate<Experiment> which) {
        return values.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Experiment::createdAt))
                .map(Experiment::id)
                .toList();
    }

    @Override
    public void claim(ExperimentId id, Consumer<Experiment> work) {
        ReentrantLock lock = lock(id);
        if (lock.tryLock()) {
            try {
                find(id).ifPresent(work);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public <T> T hold(ExperimentId id, Function<Experiment, T> work) {
        return locked(id, () -> work.apply(find(id).orElseThrow(() -> new ExperimentNotFound(id))));
    }

    @Override
    public Experiment change(ExperimentId id, Function<Experiment, Experiment> change) {
        return locked(id, () -> {
            Experiment changed = change.apply(find(id).orElseThrow(() -> new ExperimentNotFound(id)));
            update(changed);
            return changed;
        });
    }

    @Override
    public void update(Experiment experiment) {
        if (values.replace(experiment.id(), experiment) == null) {
            throw new ExperimentNotFound(experiment.id());
        }
    }

    @Override
    public void delete(ExperimentId id) {
        locked(id, () -> {
            onDelete.forEach(listener -> listener.accept(id));
            return values.remove(id);
        });
    }

    @Override
    public boolean usesDataset(String name) {
        return uses(subject -> subject instanceof DatasetRef data && data.name().equals(name));
    }

    @Override
    public boolean usesBenchmark(String name) {
        return uses(
                subject -> subject instanceof BenchmarkRef table && table.name().equals(name));
    }

    private boolean uses(Predicate<Subject> which) {
        return unfinished().stream()
                .anyMatch(id -> which.test(values.get(id).spec().subject()));
    }

    void onDelete(Consumer<ExperimentId> listener) {
        onDelete.add(listener);
    }

    /** Does something while nobody else has the experiment. */
    <T> T locked(ExperimentId id, Supplier<T> work) {
        ReentrantLock lock = lock(id);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(ExperimentId id) {
        return locks.computeIfAbsent(id, key -> new ReentrantLock());
    }
}
