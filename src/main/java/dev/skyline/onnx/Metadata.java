package dev.skyline.onnx;

import dev.skyline.dataset.Preprocessing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** A description as the texts that a model file keeps by key; lists and numbers are JSON. */
final class Metadata {

    static final String PRODUCER_VERSION = "producerVersion";

    static final String PREPROCESSING = "preprocessing";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Metadata() {}

    static Map<String, String> of(ModelDescription description) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("architecture", description.architecture());
        texts.put("dataset", description.dataset());
        texts.put("classes", JSON.writeValueAsString(description.classes()));
        texts.put(PREPROCESSING, JSON.writeValueAsString(document(description.preprocessing())));
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

    private record Document(float[] mean, float[] scale) {}

    /** @throws JacksonException where the text is no document of a pre-processing */
    static Preprocessing preprocessing(String text) {
        Document document = JSON.readValue(text, Document.class);
        return Preprocessing.of(document.mean(), document.scale());
    }
}
