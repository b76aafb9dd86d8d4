package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.api.request.QueryReader;
import dev.skyline.api.trial.TrialReader;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.search.Axes;
import dev.skyline.search.ReadFront;
import dev.skyline.search.ReadHistory;
import dev.skyline.search.Recommend;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.OptionalDouble;
import java.util.UUID;

/** What a search has found, computed on read. */
@RestController
@RequestMapping("/api/v1/experiments/{id}")
@Tag(name = "Results")
class FrontController {

    private static final int POINTS = 500;
    private static final int MOST_POINTS = 10_000;

    private final TrialReader reader;
    private final ReadFront fronts;
    private final Recommend recommend;
    private final ReadHistory histories;
    private final SecondMeasurements second;

    FrontController(
            TrialReader reader,
            ReadFront fronts,
            Recommend recommend,
            ReadHistory histories,
            SecondMeasurements second) {
        this.reader = reader;
        this.fronts = fronts;
        this.recommend = recommend;
        this.histories = histories;
        this.second = second;
    }

    @GetMapping("/front")
    @Operation(operationId = "getFront", summary = "Read the front in two metrics")
    FrontView front(
            @PathVariable UUID id,
            @Parameter(description = AxesReader.TARGET, example = "host") @RequestParam(required = false) String target,
            @Parameter(description = AxesReader.AXIS, example = "latency") @RequestParam(required = false) String x,
            @Parameter(description = AxesReader.AXIS, example = "accuracy") @RequestParam(required = false) String y) {
        Experiment experiment = reader.experiment(id);
        return FrontView.of(
                fronts.front(experiment, AxesReader.read(experiment.spec(), target, x, y)), second.of(experiment.id()));
    }

    @GetMapping("/recommendation")
    @Operation(
            operationId = "getRecommendation",
            summary = "Find the best trial within a limit",
            description = "All constraints of the experiment hold besides. The search may still run.")
    RecommendationView recommendation(
            @PathVariable UUID id,
            @Parameter(description = AxesReader.TARGET, example = "host") @RequestParam(required = false) String target,
            @Parameter(description = "Key of the metric that is limited; by default latency", example = "latency")
                    @RequestParam(required = false)
                    String metric,
            @Parameter(
                            description = "Upper bound, in the metric's unit",
                            example = "0.5",
                            schema = @Schema(type = "number"))
                    @RequestParam(required = false)
                    String atMost,
            @Parameter(
                            description =
                                    "Lower bound, in the metric's unit; for those that are better the greater they are",
                            schema = @Schema(type = "number"))
                    @RequestParam(required = false)
                    String atLeast) {
        Experiment experiment = reader.experiment(id);
        QueryReader query = new QueryReader();
        OptionalDouble most = query.bound("atMost", atMost);
        OptionalDouble least = query.bound("atLeast", atLeast);
        if (most.isPresent() && least.isPresent() && least.getAsDouble() > most.getAsDouble()) {
            query.fault("atLeast", "must not be above atMost");
        }
        Axes axes = AxesReader.limited(query, experiment.spec(), target, metric);
        return RecommendationView.of(
                recommend.of(experiment, axes, most, least),
                OrNull.of(most),
                OrNull.of(least),
                second.of(experiment.id()));
    }

    @GetMapping("/trials/points")
    @Operation(
            operationId = "getTrialPoints",
            summary = "Read all evaluated trials in two metrics",
            description = "For a scatter plot: one short array for each trial.")
    ScatterView points(
            @PathVariable UUID id,
            @Parameter(description = AxesReader.TARGET, example = "host") @RequestParam(required = false) String target,
            @Parameter(description = AxesReader.AXIS, example = "latency") @RequestParam(required = false) String x,
            @Parameter(description = AxesReader.AXIS, example = "accuracy") @RequestParam(required = false) String y) {
        Experiment experiment = reader.experiment(id);
        Axes axes = AxesReader.read(experiment.spec(), target, x, y);
        return ScatterView.of(axes, fronts.scatter(experiment, axes));
    }

    @GetMapping("/history")
    @Operation(
            operationId = "getHistory",
            summary = "Read how hypervolume and best values grew",
            description = "Against trials (sequence) and against time (elapsedSeconds).")
    HistoryView history(
            @PathVariable UUID id,
            @Parameter(
                            description = "At most this many",
                            schema = @Schema(type = "integer", defaultValue = "500", minimum = "1", maximum = "10000"))
                    @RequestParam(required = false)
                    String points) {
        QueryReader query = new QueryReader();
        int limit = query.whole("points", points, POINTS, 1, MOST_POINTS);
        query.orThrow();
        return HistoryView.of(histories.read(reader.experiment(id), limit));
    }
}
