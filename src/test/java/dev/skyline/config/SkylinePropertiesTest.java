package dev.skyline.config;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SkylinePropertiesTest {

    @Test
    void withoutSettingsOneNodeDoesEverythingOnItsOwnDatabase() {
        SkylineProperties properties = bind(Map.of());
        assertThat(properties.dataDirectory()).isEqualTo(Path.of("./data"));
        assertThat(properties.demo()).isTrue();
        assertThat(properties.node().roles())
                .containsExactlyInAnyOrder(SkylineProperties.Role.API, SkylineProperties.Role.WORKER);
        assertThat(properties.node().slots()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(properties.db().isEmbedded()).isTrue();
    }

    @Test
    void settingsAreRead() {
        SkylineProperties properties = bind(Map.of(
                "skyline.data-dir", "/srv/skyline",
                "skyline.demo", "false",
                "skyline.node.roles", "worker",
                "skyline.node.slots", "3",
                "skyline.db.url", "jdbc:postgresql://database/skyline",
                "skyline.db.user", "skyline",
                "skyline.db.password", "secret"));
        assertThat(properties.dataDirectory()).isEqualTo(Path.of("/srv/skyline"));
        assertThat(properties.demo()).isFalse();
        assertThat(properties.node().roles()).containsExactly(SkylineProperties.Role.WORKER);
        assertThat(properties.node().slots()).isEqualTo(3);
        assertThat(properties.db().isEmbedded()).isFalse();
        assertThat(properties.toString()).doesNotContain("secret");
    }

    @Test
    void anEmptyDatabaseUrlIsNone() {
        assertThat(bind(Map.of("skyline.db.url", "")).db().isEmbedded()).isTrue();
    }

    @Test
    void nodesWithoutARoleOrASlotAreRefused() {
        assertThatThrownBy(() -> bind(Map.of("skyline.node.slots", "0"))).hasStackTraceContaining("at least 1, not 0");
        assertThatThrownBy(() -> bind(Map.of("skyline.node.roles", ""))).hasStackTraceContaining("api, worker");
    }

    private static SkylineProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("skyline", SkylineProperties.class);
    }
}
