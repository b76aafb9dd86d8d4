package dev.skyline.onnx;

import dev.skyline.dataset.Preprocessing;

import java.util.List;
import java.util.Set;

/**
 * Where a model comes from and how it is used; travels inside the model file.
 *
 * @param experiment id of the experiment
 * @param trial number of the trial within it, from 1
 * @param architecture canonical text
 * @param classes names, in the order of the probabilities
 * @param preprocessing what turns raw values into the model's input
 * @param producerVersion version of Skyline that wrote it
 */
public record ModelDescription(
        String experiment,
        int trial,
        String architecture,
        List<String> classes,
        Preprocessing preprocessing,
        String producerVersion) {

    public ModelDescription {
        classes = List.copyOf(classes);
        if (trial < 1) {
            throw new IllegalArgumentException("trials are numbered from 1, not " + trial);
        }
        if (Set.copyOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a class name stands twice in " + classes);
        }
    }
}
