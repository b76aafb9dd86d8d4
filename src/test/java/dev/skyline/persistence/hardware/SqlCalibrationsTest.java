package dev.skyline.persistence.hardware;

import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.Calibrations;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class SqlCalibrationsTest {

    private static final Timing TIMING = new Timing(0.5, OptionalDouble.of(0.02), true);

    @Autowired
    private Calibrations calibrations;

    @Autowired
    private ModelQualities qualities;

    @Autowired
    private HardwareTargets targets;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
        targets.add(new HardwareTargetSpec("board", PluginSpec.of("predictor"), "", Instant.EPOCH));
    }

    @Test
    void eachMeasurementIsKeptOnce() {
        calibrations.plan("board", List.of("a", "b", "c"));
        calibrations.plan("board", List.of("other"));
        CalibrationItem a = CalibrationItem.open(0, "a");
        CalibrationItem b = CalibrationItem.open(1, "b");
        calibrations.record("board", a.measured(TIMING));
        calibrations.record("board", a.failed("too late"));
        calibrations.record("board", b.failed("no kernel"));
        assertThat(calibrations.items("board"))
                .containsExactly(a.measured(TIMING), b.failed("no kernel"), CalibrationItem.open(2, "c"));
        assertThat(calibrations.progress("board")).isEqualTo(new Calibrations.Progress(2, 3));
    }

    @Test
    void whatIsNotThereIsNotPlannedAndGoesWithItsTarget() {
        calibrations.plan("nobody", List.of("a"));
        assertThat(calibrations.progress("nobody")).isEqualTo(new Calibrations.Progress(0, 0));
        calibrations.plan("board", List.of("a"));
        ModelQuality quality = new ModelQuality(20, 0.05, 0.9, OptionalDouble.empty(), 0.95);
        qualities.put("board", new ModelQuality(10, 0.1, 0.5, OptionalDouble.of(0.9), 1));
        qualities.put("board", quality);
        qualities.put("nobody", quality);
        assertThat(qualities.all()).containsOnlyKeys("board").containsValue(quality);
        targets.delete("board");
        assertThat(calibrations.items("board")).isEmpty();
        assertThat(qualities.all()).isEmpty();
    }
}
