package dev.skyline.api.catalogue;

import dev.skyline.hardware.Modelled;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Plugins;
import dev.skyline.plugin.SettingsSchema;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that an experiment or a hardware target can be made of. */
@Schema(name = "Catalogue", description = "All that an experiment or a hardware target can be made of")
record CatalogueView(
        List<PluginView> searchSpaces,
        List<PluginView> strategies,
        List<PluginView> estimators,
        @Schema(description = "Kinds of hardware target") List<PluginView> hardwareTargets,
        List<MetricView> metrics) {

    @Schema(name = "Plugin", description = "A building block")
    record PluginView(
            @Schema(description = "What requests call it", example = "regularized-evolution")
            String id,

            @Schema(description = "What it does, for people")
            String about,

            @Schema(description = "Where it was published") String source,

            @Schema(
                    description =
                            "JSON Schema (draft 2020-12) of its settings, with defaults; x-unit is the unit of a value",
                    example = "{\"type\": \"object\", \"properties\": {}, \"additionalProperties\": false}")
            Map<String, Object> settings,

            @Schema(
                    description =
                            "Of a kind of hardware target: whether it answers at once, and so serves benchmarks too, or"
                                    + " measures trained networks")
            @Nullable
            Boolean modelled,

            @Schema(
                    description = "Of a kind of hardware target that is made of data: which",
                    example = "a CSV with the columns architecture and latency (ms)")
            @Nullable
            String data) {

        static PluginView of(Plugin<?, ?, ?> plugin) {
            return new PluginView(
                    plugin.id(), plugin.about(), plugin.source(), SettingsSchema.of(plugin.settings()), null, null);
        }

        static PluginView ofTarget(Plugin<?, ?, ?> kind) {
            Optional<Modelled> modelled = Optional.ofNullable(kind.settings().getAnnotation(Modelled.class));
            return new PluginView(
                    kind.id(),
                    kind.about(),
                    kind.source(),
                    SettingsSchema.of(kind.settings()),
                    modelled.isPresent(),
                    modelled.map(Modelled::data).filter(data -> !data.isEmpty()).orElse(null));
        }
    }

    @Schema(name = "Metric", description = "What can be measured")
    record MetricView(
            @Schema(description = "What requests and answers call it", example = "latency")
            String key,

            @Schema(example = "ms") String unit,
            @Schema(description = "In which it is better") Metric.Direction direction,
            @Schema(description = "What it is, for people") String about,

            @Schema(description = "Whether it belongs to a hardware target")
            boolean needsTarget,

            @Schema(description = "Whether objectives and constraints may name it")
            boolean searchable) {

        static MetricView of(Metric metric) {
            return new MetricView(
                    metric.key(),
                    metric.unit(),
                    metric.direction(),
                    metric.about(),
                    metric.known() == Known.ON_TARGET,
                    Metric.searchable().contains(metric.key()));
        }
    }

    static CatalogueView of(Catalogue catalogue) {
        return new CatalogueView(
                list(catalogue.spaces(), PluginView::of),
                list(catalogue.strategies(), PluginView::of),
                list(catalogue.estimators(), PluginView::of),
                list(catalogue.targets(), PluginView::ofTarget),
                Arrays.stream(Metric.values()).map(MetricView::of).toList());
    }

    private static List<PluginView> list(Plugins<?, ?> plugins, Function<Plugin<?, ?, ?>, PluginView> view) {
        return plugins.all().stream().map(view).toList();
    }
}
