package dev.skyline.api.front;

import dev.skyline.api.request.QueryReader;
import dev.skyline.api.trial.TrialReader;
import dev.skyline.experiment.Experiment;
import dev.skyline.search.Axes;
import dev.skyline.search.ReadFront;
import dev.skyline.search.ReadHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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
    private final ReadHistory histories;

    FrontController(TrialReader reader, ReadFront fronts, ReadHistory histories) {
        this.reader = reader;
        this.fronts = fronts;
        this.histories = histories;
    }

    @GetMapping("/front")
    @Operation(operationId = "getFront", summary = "Read the front in two metrics")
    FrontView front(
            @PathVariable UUID id,
            @Parameter(description = AxesReader.TARGET, example = "host") @RequestParam(required = false) String target,
            @Parameter(description = AxesReader.AXIS, example = "latency") @RequestParam(required = false) String x,
            @Parameter(description = AxesReader.AXIS, example = "accuracy") @RequestParam(required = false) String y) {
        Experiment experiment = reader.experiment(id);
        return FrontView.of(fronts.front(experiment, AxesReader.read(experiment.spec(), target, x, y)));
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
