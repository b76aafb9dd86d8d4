package dev.skyline.onnx;

import dev.skyline.dataset.Preprocessing;

import java.util.List;
import java.util.Set;

/**
 * Where a model comes from and how it is used; travels inside the model file. It names no trial: two trials that train
 * the same network in the same way share one file.
 *
 * @param architecture canonical text
 * @param dataset name of the data set it was trained on
 * @param classes names, in the order of the probabilities
 * @param preprocessing what turns raw values into the model's input
 * @param producerVersion version of Skyline that wrote it
 */
public record ModelDescription(
        String architecture,
        String dataset,
        List<String> classes,
        Preprocessing preprocessing,
        String producerVersion) {

    public ModelDescription {
        classes = List.copyOf(classes);
        if (Set.copyOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a class name stands twice in " + classes);
        }
    }
}
