package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Experiments in PostgreSQL. Locks are always taken in the order experiment, trial.
 *
 * <p>No row outlives a method: a row that a transaction had read before would otherwise hide what others have
 * committed since, also under a lock.
 */
@Repository
@Transactional
class JpaExperiments implements Experiments {

    private static final List<ExperimentState> ACTIVE = states(ExperimentState::isActive);
    private static final List<ExperimentState> UNFINISHED = states(state -> !state.isFinished());

    private final ExperimentRows rows;
    private final EntityManager entities;

    JpaExperiments(ExperimentRows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    @Override
    public void add(Experiment experiment) {
        entities.persist(new ExperimentRow(experiment));
        flush();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Experiment> find(ExperimentId id) {
        return detached(rows.findById(id.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExperimentId> active() {
        return ids(ACTIVE);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExperimentId> unfinished() {
        return ids(UNFINISHED);
    }

    @Override
    public void claim(ExperimentId id, Consumer<Experiment> work) {
        detached(rows.lockUnlessLocked(id.value())).ifPresent(work);
    }

    @Override
    public <T> T hold(ExperimentId id, Function<Experiment, T> work) {
        return work.apply(detached(rows.lock(id.value())).orElseThrow(() -> new ExperimentNotFound(id)));
    }

    @Override
    public Experiment change(ExperimentId id, Function<Experiment, Experiment> change) {
        return hold(id, present -> {
            Experiment changed = change.apply(present);
            update(changed);
            return changed;
        });
    }

    @Override
    public void update(Experiment experiment) {
        rows.findById(experiment.id().value())
                .orElseThrow(() -> new ExperimentNotFound(experiment.id()))
                .take(experiment);
        flush();
    }

    @Override
    public void delete(ExperimentId id) {
        rows.delete(id.value());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean usesDataset(String name) {
        return rows.existsByDatasetAndStateIn(name, UNFINISHED);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean usesBenchmark(String name) {
        return rows.existsByBenchmarkAndStateIn(name, UNFINISHED);
    }

    private List<ExperimentId> ids(List<ExperimentState> states) {
        return rows.idsIn(states).stream().map(ExperimentId::new).toList();
    }

    private Optional<Experiment> detached(Optional<ExperimentRow> row) {
        Optional<Experiment> experiment = row.map(ExperimentRow::toExperiment);
        entities.clear();
        return experiment;
    }

    private void flush() {
        entities.flush();
        entities.clear();
    }

    private static List<ExperimentState> states(Predicate<ExperimentState> which) {
        return Arrays.stream(ExperimentState.values()).filter(which).toList();
    }
}
