package dev.skyline.persistence.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

@Entity
@Table(name = "trial")
class TrialRow {

    @EmbeddedId
    private TrialKey key;

    @Column(updatable = false)
    private String architectureId;

    @Column(updatable = false)
    private String architecture;

    @Column(updatable = false)
    private Integer parent;

    @Column(updatable = false)
    private int epochs;

    @Column(updatable = false)
    private double dataFraction;

    @Enumerated(EnumType.STRING)
    private TrialState state;

    private String endReason;
    private String endMessage;

    @JdbcTypeCode(SqlTypes.JSON)
    private String measurements;

    @Column(updatable = false)
    private long basedOn;

    private Long sequence;
    private int attempt;
    private boolean fromMemory;
    private String model;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant startedAt;
    private Instant finishedAt;

    protected TrialRow() {}

    TrialRow(Trial trial) {
        key = TrialKey.of(trial.id());
        architectureId = trial.architecture().id().value();
        architecture = trial.architecture().text();
        parent = trial.parent().isPresent() ? trial.parent().getAsInt() : null;
        epochs = trial.fidelity().epochs();
        dataFraction = trial.fidelity().dataFraction();
        basedOn = trial.basedOn();
        createdAt = trial.createdAt();
        take(trial);
    }

    /** All that may change. */
    final void take(Trial trial) {
        state = trial.state();
        endReason = trial.end().map(End::reason).orElse(null);
        endMessage = trial.end().map(Texts::message).orElse(null);
        measurements = MeasurementsDocument.write(trial.measurements());
        sequence = trial.sequence().isPresent() ? trial.sequence().getAsLong() : null;
        attempt = trial.attempt();
        fromMemory = trial.fromMemory();
        model = trial.model().orElse(null);
        startedAt = trial.startedAt().orElse(null);
        finishedAt = trial.finishedAt().orElse(null);
    }

    TrialKey key() {
        return key;
    }

    Trial toTrial() {
        return new Trial(
                key.toId(),
                new Architecture(new ArchitectureId(architectureId), architecture),
                parent == null ? OptionalInt.empty() : OptionalInt.of(parent),
                new Fidelity(epochs, dataFraction),
                state,
                Texts.end(endReason, endMessage),
                MeasurementsDocument.read(measurements),
                basedOn,
                sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence),
                attempt,
                fromMemory,
                Optional.ofNullable(model),
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt));
    }
}
