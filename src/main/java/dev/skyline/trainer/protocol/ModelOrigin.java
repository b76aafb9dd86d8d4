package dev.skyline.trainer.protocol;

import java.util.List;

/**
 * Where a model comes from; stands in the model file.
 *
 * @param architecture canonical text
 * @param dataset name of the data set it was trained on
 * @param classes their names, in the order of the network's outputs
 */
public record ModelOrigin(String architecture, String dataset, List<String> classes) {

    public ModelOrigin {
        classes = List.copyOf(classes);
    }
}
