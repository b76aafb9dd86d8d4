package dev.skyline.onnx;

import dev.skyline.dataset.Preprocessing;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** A description as the texts that a model file keeps by key; lists and numbers are JSON. */
final class Metadata {

    static final String PRODUCER_VERSION = "producerVersion";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Metadata() {}

    static Map<String, String> of(ModelDescription description) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("architecture", description.architecture());
        texts.put("dataset", description.dataset());
        texts.put("classes", JSON.writeValueAsString(description.classes()));
        texts.put("preprocessing", JSON.writeValueAsString(document(description.preprocessing())));
        texts.put(PRODUCER_VERSION, description.producerVersion());
        return texts;
    }

    private static Map<String, float[]> document(Preprocessing preprocessing) {
        float[] mean = new float[preprocessing.channels()];
        float[] scale = new float[preprocessing.channels()];
        for (int channel = 0; channel < mean.length; channel++) {
            mean[channel] = preprocessing.mean(channel);
            scale[channel] = preprocessing.scale(channel);
        }
        Map<String, float[]> document = new LinkedHashMap<>();
        document.put("mean", mean);
        document.put("scale", scale);
        return document;
    }
}
