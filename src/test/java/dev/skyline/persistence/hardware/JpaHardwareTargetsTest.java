package dev.skyline.persistence.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class JpaHardwareTargetsTest {

    @Autowired
    private HardwareTargets targets;

    @Autowired
    private TargetDocuments documents;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Test
    void targetsComeBackAsTheyWereByName() {
        HardwareTargetSpec host = target("host", Map.of("threads", 1, "batchSize", 1, "clock", 2.0e9));
        HardwareTargetSpec board = target("board", Map.of());
        assertThat(targets.add(host)).isTrue();
        assertThat(targets.add(board)).isTrue();
        assertThat(targets.find("host")).contains(host);
        assertThat(targets.find("none")).isEmpty();
        assertThat(targets.list()).containsExactly(board, host);
    }

    @Test
    void aNameIsTakenOnceAndFreeAgainAfterDeletion() {
        HardwareTargetSpec host = target("host", Map.of("threads", 1));
        targets.add(host);
        assertThat(targets.add(target("host", Map.of("threads", 2)))).isFalse();
        assertThat(targets.list()).containsExactly(host);
        targets.delete("host");
        assertThat(targets.list()).isEmpty();
        assertThat(targets.add(host)).isTrue();
    }

    @Test
    void aTargetWaitsForItsModelUntilThatIsMeasured() {
        HardwareTargetSpec waiting = new HardwareTargetSpec(
                "board",
                new PluginSpec("host", Map.of()),
                "",
                Instant.parse("2026-11-24T08:00:00Z"),
                Optional.empty(),
                HardwareTargetSpec.State.CALIBRATING,
                "");
        targets.add(waiting);
        assertThat(targets.find("board")).contains(waiting);

        targets.update(waiting.failed("the board is on fire"));
        assertThat(targets.find("board")).contains(waiting.failed("the board is on fire"));

        String document = documents.store("operator,ms\n".getBytes(StandardCharsets.UTF_8));
        targets.update(waiting.calibrated(document));
        assertThat(targets.find("board")).contains(waiting.calibrated(document));
        assertThat(documents.store("operator,ms\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(document);
        assertThat(documents.read(document)).asString().isEqualTo("operator,ms\n");
    }

    private static HardwareTargetSpec target(String name, Map<String, Object> settings) {
        return new HardwareTargetSpec(
                name, new PluginSpec("host", settings), "this machine", Instant.parse("2026-11-24T08:00:00.123456Z"));
    }
}
