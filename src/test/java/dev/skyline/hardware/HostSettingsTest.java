package dev.skyline.hardware;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.Plugin;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostSettingsTest {

    private final Plugin<HostSettings, Void, HostSettings> plugin =
            new Plugin<>("host", "about", "source", HostSettings.class, (settings, nothing) -> settings);

    @Test
    void oneSampleOnOneThreadIsTheDefault() {
        assertThat(plugin.settings(Map.of())).isEqualTo(new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 1));
    }

    @Test
    void dl4jRunsOnOneThread() {
        assertThat(plugin.settings(Map.of("runtime", "dl4j")).runtime()).isEqualTo(HostSettings.Runtime.DL4J);
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> plugin.settings(Map.of("runtime", "dl4j", "threads", 2)))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactly("threads"));
    }

    @Test
    void noThreadsAndNoTimeAreRefused() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> plugin.settings(Map.of("threads", 0, "maxSeconds", 0)))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactly("threads", "maxSeconds"));
    }
}
