package dev.skyline.space.stages;

import java.util.List;
import java.util.Map;

/**
 * What may be chosen of a stage; a list of one is fixed.
 *
 * @param squeezes ratios of squeeze-and-excitation, 0 for none
 */
record Stage(
        List<Integer> depths,
        List<Integer> widths,
        int stride,
        List<Integer> kernels,
        List<Double> expansions,
        List<Double> squeezes,
        String activation) {

    Stage widened(double factor) {
        List<Integer> wider = widths.stream()
                .map(width -> Channels.scaled(width, factor))
                .distinct()
                .toList();
        return new Stage(depths, wider, stride, kernels, expansions, squeezes, activation);
    }

    /** @param byLayer whether kernel, expansion and squeeze are decided for each layer, and for the stage otherwise */
    Map<String, Object> document(boolean byLayer, String squeezeOf, String gate) {
        List<Map<String, Object>> decisions = byLayer
                ? List.of(named("depth", depths), named("width", widths))
                : List.of(
                        named("depth", depths),
                        named("width", widths),
                        named("kernel", kernels),
                        named("expansion", expansions),
                        named("squeeze", squeezes));
        return Map.of(
                "decisions",
                decisions,
                "repeat",
                "$depth",
                "layers",
                List.of(Map.of(
                        "layer",
                        "inverted-residual",
                        "filters",
                        "$width",
                        "kernel",
                        byLayer ? choice(kernels) : "$kernel",
                        "stride",
                        Map.of("first", stride, "rest", 1),
                        "expansion",
                        byLayer ? choice(expansions) : "$expansion",
                        "squeeze",
                        byLayer ? choice(squeezes) : "$squeeze",
                        "squeezeOf",
                        squeezeOf,
                        "gate",
                        gate,
                        "activation",
                        activation)));
    }

    private static Map<String, Object> choice(List<?> options) {
        return Map.of("choice", options);
    }

    private static Map<String, Object> named(String name, List<?> options) {
        return Map.of("name", name, "choice", options);
    }
}
