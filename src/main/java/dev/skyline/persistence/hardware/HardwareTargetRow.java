package dev.skyline.persistence.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.persistence.Json;
import dev.skyline.plugin.PluginSpec;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import tools.jackson.core.type.TypeReference;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "hardware_target")
class HardwareTargetRow {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    @Id
    private String name;

    private String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private String settings;

    private String description;
    private Instant createdAt;
    private String data;

    @Enumerated(EnumType.STRING)
    private HardwareTargetSpec.State state;

    private String why;

    protected HardwareTargetRow() {}

    HardwareTargetSpec toSpec() {
        return new HardwareTargetSpec(
                name,
                new PluginSpec(kind, Json.read(settings, SETTINGS)),
                description,
                createdAt,
                Optional.ofNullable(data),
                state,
                why);
    }
}
