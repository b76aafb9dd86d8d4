package dev.skyline.persistence.experiment;

import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Subject;
import dev.skyline.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "experiment")
class ExperimentRow {

    @Id
    private UUID id;

    private String name;
    private String notes;
    private String[] labels;
    private int maxTrials;
    private Long maxDuration;
    private int maxFailedTrials;
    private int parallelism;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private String spec;

    @Column(updatable = false)
    private String dataset;

    @Column(updatable = false)
    private String benchmark;

    @Column(updatable = false)
    private String terms;

    @Enumerated(EnumType.STRING)
    private ExperimentState state;

    private String endReason;
    private String endMessage;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant startedAt;
    private Instant finishedAt;
    private Instant runningSince;
    private long ranFor;

    protected ExperimentRow() {}

    ExperimentRow(Experiment experiment) {
        id = experiment.id().value();
        spec = Json.write(SpecDocument.of(experiment.spec()));
        Subject subject = experiment.spec().subject();
        dataset = subject instanceof DatasetRef data ? data.name() : null;
        benchmark = subject instanceof BenchmarkRef table ? table.name() : null;
        terms = Texts.hash(experiment.spec().terms());
        createdAt = experiment.createdAt();
        take(experiment);
    }

    /** All that may change. */
    final void take(Experiment experiment) {
        Experiment.Editable editable = experiment.editable();
        name = editable.name();
        notes = editable.notes();
        labels = editable.labels().toArray(String[]::new);
        maxTrials = editable.budget().maxTrials();
        maxDuration = editable.budget().maxDuration().map(Duration::toMillis).orElse(null);
        maxFailedTrials = editable.budget().maxFailedTrials();
        parallelism = editable.parallelism();
        state = experiment.state();
        endReason = experiment.end().map(End::reason).orElse(null);
        endMessage = experiment.end().map(Texts::message).orElse(null);
        startedAt = experiment.startedAt().orElse(null);
        finishedAt = experiment.finishedAt().orElse(null);
        runningSince = experiment.runningSince().orElse(null);
        ranFor = experiment.ranFor().toMillis();
    }

    ExperimentId experimentId() {
        return new ExperimentId(id);
    }

    Experiment toExperiment() {
        Budget budget =
                new Budget(maxTrials, Optional.ofNullable(maxDuration).map(Duration::ofMillis), maxFailedTrials);
        return new Experiment(
                experimentId(),
                Json.read(spec, SpecDocument.class).toSpec(),
                new Experiment.Editable(name, notes, List.of(labels), budget, parallelism),
                state,
                Texts.end(endReason, endMessage),
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(runningSince),
                Duration.ofMillis(ranFor));
    }
}
