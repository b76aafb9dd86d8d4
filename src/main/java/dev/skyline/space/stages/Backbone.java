package dev.skyline.space.stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole network of stages: a stem, a first block without expansion, the stages, and what stands before the classifier.
 *
 * @param stem channels of the first convolution and of the block after it
 * @param byLayer whether kernel, expansion and squeeze are decided for each layer, and for the stage otherwise
 * @param squeezeOf what the ratios of squeeze-and-excitation are taken of: expanded or input
 * @param last channels of the convolution 1×1 after the stages; 0 for none
 * @param features units of a dense layer after the pooling; 0 for none
 */
record Backbone(
        int stem,
        int firstWidth,
        String activation,
        List<Stage> stages,
        boolean byLayer,
        String squeezeOf,
        String gate,
        int last,
        int features) {

    Backbone widened(double factor) {
        return new Backbone(
                Channels.scaled(stem, factor),
                Channels.scaled(firstWidth, factor),
                activation,
                stages.stream().map(stage -> stage.widened(factor)).toList(),
                byLayer,
                squeezeOf,
                gate,
                last == 0 ? 0 : Channels.scaled(last, factor),
                features == 0 ? 0 : Channels.scaled(features, factor));
    }

    Map<String, Object> document(int stemStride) {
        List<Object> blocks = new ArrayList<>();
        blocks.add(sequence(
                "stem",
                List.of(
                        Map.of("layer", "convolution", "filters", stem, "stride", stemStride, "activation", activation),
                        Map.of(
                                "layer",
                                "inverted-residual",
                                "filters",
                                firstWidth,
                                "expansion",
                                1,
                                "activation",
                                stages.get(0).activation()))));
        for (int i = 0; i < stages.size(); i++) {
            Map<String, Object> stage = new LinkedHashMap<>(stages.get(i).document(byLayer, squeezeOf, gate));
            stage.put("name", "stage" + (i + 1));
            blocks.add(stage);
        }
        if (last > 0) {
            blocks.add(sequence("head", head()));
        }
        return Map.of("stages", blocks);
    }

    private List<Object> head() {
        List<Object> layers = new ArrayList<>();
        layers.add(Map.of("layer", "convolution", "filters", last, "kernel", 1, "activation", activation));
        layers.add("global-pooling");
        if (features > 0) {
            layers.add(Map.of("layer", "dense", "units", features, "activation", activation));
        }
        layers.add(Map.of("layer", "dropout", "rate", 0.2));
        return layers;
    }

    private static Map<String, Object> sequence(String name, List<Object> layers) {
        return Map.of("name", name, "layers", layers);
    }
}
