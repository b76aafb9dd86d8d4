package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.ExperimentId;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Baselines in PostgreSQL. The lock of the experiment keeps those of one name apart. */
@Repository
@Transactional
class JpaBaselines implements Baselines {

    private final BaselineRows rows;
    private final ExperimentLock experiments;
    private final EntityManager entities;

    JpaBaselines(BaselineRows rows, ExperimentLock experiments, EntityManager entities) {
        this.rows = rows;
        this.experiments = experiments;
        this.entities = entities;
    }

    @Override
    public boolean add(Baseline baseline) {
        UUID experiment = baseline.experiment().value();
        if (!experiments.lock(experiment) || rows.existsByExperimentIdAndName(experiment, baseline.name())) {
            return false;
        }
        entities.persist(new BaselineRow(baseline));
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Baseline> find(UUID id) {
        return rows.findById(id).map(BaselineRow::toBaseline);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Baseline> of(ExperimentId experiment) {
        return rows.findAllByExperimentIdOrderByCreatedAtAscIdAsc(experiment.value()).stream()
                .map(BaselineRow::toBaseline)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Baseline> measuring() {
        return rows.findAllByStateOrderByCreatedAtAscIdAsc(Baseline.State.MEASURING).stream()
                .map(BaselineRow::toBaseline)
                .toList();
    }

    @Override
    public void update(Baseline baseline) {
        rows.findById(baseline.id()).ifPresent(row -> row.take(baseline));
    }

    @Override
    public void delete(UUID id) {
        rows.delete(id);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean usesModel(String hash) {
        return rows.existsByModel(hash);
    }
}
