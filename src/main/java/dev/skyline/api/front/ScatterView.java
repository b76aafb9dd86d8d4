package dev.skyline.api.front;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.skyline.search.Axes;
import dev.skyline.search.ReadFront;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** All evaluated trials in two metrics, written as tightly as JSON goes: there may be ten thousand. */
@Schema(name = "Scatter", description = "Every trial that has a value on both axes")
record ScatterView(
        AxisView x,
        AxisView y,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "By sequence number, each as [trial, x, y, on the front (0 or 1), feasible"
                                                + " (0 or 1)]",
                                example = "[[17, 0.41, 0.953, 1, 1]]"),
                schema = @Schema(implementation = Double[].class))
        List<Spot> points) {

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Spot(int trial, double x, double y, int front, int feasible) {}

    static ScatterView of(Axes axes, List<ReadFront.Spot> spots) {
        return new ScatterView(
                AxisView.of(axes.x()),
                AxisView.of(axes.y()),
                spots.stream()
                        .map(s -> new Spot(s.number(), s.x(), s.y(), s.onFront() ? 1 : 0, s.feasible() ? 1 : 0))
                        .toList());
    }
}
