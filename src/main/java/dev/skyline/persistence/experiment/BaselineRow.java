package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.persistence.OrNull;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "baseline")
class BaselineRow {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID experimentId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String model;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> shape;

    @Column(updatable = false)
    private int classes;

    @Column(updatable = false)
    private Double statedAccuracy;

    @Enumerated(EnumType.STRING)
    private Baseline.State state;

    private String endReason;
    private String endMessage;

    @JdbcTypeCode(SqlTypes.JSON)
    private String measurements;

    @Column(updatable = false)
    private Instant createdAt;

    protected BaselineRow() {}

    BaselineRow(Baseline baseline) {
        id = baseline.id();
        experimentId = baseline.experiment().value();
        name = baseline.name();
        model = baseline.model();
        shape = baseline.shape();
        classes = baseline.classes();
        statedAccuracy = OrNull.of(baseline.statedAccuracy());
        createdAt = baseline.createdAt();
        take(baseline);
    }

    /** All that may change. */
    final void take(Baseline baseline) {
        state = baseline.state();
        endReason = baseline.end().map(End::reason).orElse(null);
        endMessage = baseline.end().map(Texts::message).orElse(null);
        measurements = MeasurementsDocument.write(baseline.measurements());
    }

    Baseline toBaseline() {
        return new Baseline(
                id,
                new ExperimentId(experimentId),
                name,
                model,
                shape,
                classes,
                OrNull.number(statedAccuracy),
                state,
                Texts.end(endReason, endMessage),
                MeasurementsDocument.read(measurements),
                createdAt);
    }
}
