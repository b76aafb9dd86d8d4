package dev.skyline.space.document;

import java.util.List;
import java.util.Map;

/** A small space that shows most of the language, for images of 8×8 to 32×32 pixels. */
final class ExampleDocument {

    static final Map<String, Object> DOCUMENT = Map.of(
            "about",
            "Inverted residuals in two stages of variable depth",
            "stages",
            List.of(
                    Map.of("name", "stem", "layers", List.of(Map.of("layer", "convolution", "filters", 8))),
                    stage("early", List.of(8, 16)),
                    stage("late", List.of(16, 32))));

    private ExampleDocument() {}

    private static Map<String, Object> stage(String name, List<Integer> widths) {
        return Map.of(
                "name",
                name,
                "decisions",
                List.of(
                        Map.of("name", "depth", "from", 1, "to", 2),
                        Map.of("name", "width", "choice", widths),
                        Map.of("name", "kernel", "choice", List.of(3, 5)),
                        Map.of("name", "squeeze", "choice", List.of(0, 0.25), "if", "kernel > 3", "else", 0)),
                "repeat",
                "$depth",
                "layers",
                List.of(Map.of(
                        "layer",
                        "inverted-residual",
                        "filters",
                        "$width",
                        "kernel",
                        "$kernel",
                        "stride",
                        Map.of("first", 2, "rest", 1),
                        "expansion",
                        Map.of("choice", List.of(2, 4)),
                        "squeeze",
                        "$squeeze")));
    }
}
