package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.metric.MetricKey;
import dev.skyline.search.ReadHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a search came to what it has. */
@Schema(name = "History", description = "How a search came to what it has, outcome by outcome")
record HistoryView(
        @Schema(description = "By sequence number; thinned, the last outcome is always one of them")
        List<PointView> points,

        @Schema(
                description = "Up to where hypervolume is measured, by metric and in its unit; absent until a trial was"
                        + " evaluated",
                example = "{\"accuracy\": 0.0, \"latency@host\": 1.2}")
        @Nullable
        Map<String, Double> referencePoint) {

    @Schema(name = "HistoryPoint", description = "The search after an outcome")
    record PointView(
            @Schema(description = "Of the outcome, from 1", example = "18")
            long sequence,

            @Schema(description = "Number of its trial", example = "17")
            int trial,

            @Schema(description = "When it was recorded") Instant at,

            @Schema(description = "Since the experiment began", example = "63.2")
            double elapsedSeconds,

            @Schema(
                    description = "Over the objectives, in the product of their units; absent for a single objective",
                    example = "0.52")
            @Nullable
            Double hypervolume,

            @Schema(
                    description =
                            "The best value so far of each objective among feasible trials, by metric and in its unit",
                    example = "{\"accuracy\": 0.953, \"latency@host\": 0.21}")
            Map<String, Double> best) {

        static PointView of(ReadHistory.Point point) {
            return new PointView(
                    point.sequence(),
                    point.trial(),
                    point.at(),
                    point.elapsedSeconds(),
                    OrNull.of(point.hypervolume()),
                    new TreeMap<>(named(point.best())));
        }
    }

    static HistoryView of(ReadHistory.Report report) {
        return new HistoryView(
                report.points().stream().map(PointView::of).toList(),
                report.reference().map(HistoryView::named).orElse(null));
    }

    private static Map<String, Double> named(Map<MetricKey, Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        // 0 and not -0, which is what the worst ratio becomes on its way through the canonical form.
        values.forEach((key, value) -> named.put(key.toString(), value + 0.0));
        return named;
    }
}
