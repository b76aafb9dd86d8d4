package dev.skyline.persistence.experiment;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;
import dev.skyline.metric.Fidelity;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trials in PostgreSQL. Recording holds the lock of the experiment, so that sequence numbers have no gaps and a claimed
 * experiment's history stands still. Rows are detached as {@link JpaExperiments} says.
 */
@Repository
@Transactional
class JpaTrials implements Trials {

    private final TrialRows rows;
    private final EntityManager entities;

    JpaTrials(TrialRows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    @Override
    public void add(Trial trial) {
        entities.persist(new TrialRow(trial));
        flush();
    }

    @Override
    public void addAll(List<Trial> trials) {
        trials.forEach(trial -> entities.persist(new TrialRow(trial)));
        flush();
    }

    @Override
    public void updateAll(List<Trial> trials) {
        if (trials.isEmpty()) {
            return;
        }
        UUID experiment = trials.get(0).id().experiment().value();
        Map<TrialKey, TrialRow> present =
                rows.numbered(experiment, trials.stream().map(Trial::number).toList()).stream()
                        .collect(Collectors.toMap(TrialRow::key, Function.identity()));
        trials.forEach(trial -> present.get(TrialKey.of(trial.id())).take(trial));
        flush();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Trial> find(TrialId id) {
        return detached(rows.findById(TrialKey.of(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> recordedAfter(ExperimentId id, long sequence) {
        return detached(rows.recordedAfter(id.value(), sequence));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> unfinished(ExperimentId id) {
        return detached(rows.unfinished(id.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> unsequenced(ExperimentId id) {
        return detached(rows.unsequenced(id.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public int lastNumber(ExperimentId id) {
        return rows.lastNumber(id.value());
    }

    @Override
    public Optional<Trial> start(TrialId id, Instant now) {
        return lock(id).map(trial -> store(trial.started(now)));
    }

    @Override
    public Optional<Trial> record(TrialId id, int attempt, TrialOutcome outcome, Instant now) {
        UUID experiment = id.experiment().value();
        if (rows.lockExperiment(experiment).isEmpty()) {
            return Optional.empty();
        }
        return lock(id).filter(trial -> trial.attempt() == attempt)
                .map(trial -> store(trial.recorded(outcome, rows.lastSequence(experiment) + 1, now)));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> models() {
        return rows.models();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> runningSince() {
        return rows.runningSince();
    }

    @Override
    public List<Trial> cancelAll(ExperimentId id, End why, Instant now) {
        rows.lockExperiment(id.value());
        return detached(rows.lockUnfinished(id.value())).stream()
                .map(trial -> store(trial.cancelled(why, now)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Trial> remembered(String terms, ArchitectureId architecture, Fidelity fidelity) {
        return detached(
                rows.remembered(Texts.hash(terms), architecture.value(), fidelity.epochs(), fidelity.dataFraction()));
    }

    /** The trial, locked, unless it has ended or is gone. */
    private Optional<Trial> lock(TrialId id) {
        return detached(rows.lock(id.experiment().value(), id.number()))
                .filter(trial -> !trial.state().isFinished());
    }

    private Trial store(Trial trial) {
        rows.findById(TrialKey.of(trial.id())).orElseThrow().take(trial);
        flush();
        return trial;
    }

    private Optional<Trial> detached(Optional<TrialRow> row) {
        Optional<Trial> trial = row.map(TrialRow::toTrial);
        entities.clear();
        return trial;
    }

    private List<Trial> detached(List<TrialRow> found) {
        List<Trial> trials = found.stream().map(TrialRow::toTrial).toList();
        entities.clear();
        return trials;
    }

    private void flush() {
        entities.flush();
        entities.clear();
    }
}
