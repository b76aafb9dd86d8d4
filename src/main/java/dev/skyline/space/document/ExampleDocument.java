package dev.skyline.space.document;

import java.util.List;
import java.util.Map;

import static dev.skyline.space.document.Json.object;

/** A small space that shows most of the language, for images of 8×8 to 32×32 pixels. */
final class ExampleDocument {

    static final Map<String, Object> DOCUMENT = object(
            "about",
            "Inverted residuals in two stages of variable depth",
            "stages",
            List.of(
                    object("name", "stem", "layers", List.of(object("layer", "convolution", "filters", 8))),
                    stage("early", List.of(8, 16)),
                    stage("late", List.of(16, 32))));

    private ExampleDocument() {}

    private static Map<String, Object> stage(String name, List<Integer> widths) {
        List<Map<String, Object>> decisions = List.of(
                object("name", "depth", "from", 1, "to", 2),
                object("name", "width", "choice", widths),
                object("name", "kernel", "choice", List.of(3, 5)),
                object("name", "squeeze", "choice", List.of(0, 0.25), "if", "kernel > 3", "else", 0));
        Map<String, Object> layer = object("layer", "inverted-residual", "filters", "$width", "kernel", "$kernel");
        layer.put("stride", object("first", 2, "rest", 1));
        layer.put("expansion", object("choice", List.of(2, 4)));
        layer.put("squeeze", "$squeeze");
        return object("name", name, "decisions", decisions, "repeat", "$depth", "layers", List.of(layer));
    }
}
