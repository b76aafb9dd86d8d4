package dev.skyline.execution;

import dev.skyline.metric.Measurements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at ONNX files of unknown make, where one that is meant to do harm does none. */
public interface ModelAppraiser {

    /**
     * What a model file is.
     *
     * @param shape of one sample: channels, height and width of an image, or the number of features
     * @param parameters numbers in its initializers
     */
    record Description(List<Integer> shape, int classes, long parameters) {

        public Description {
            shape = List.copyOf(shape);
        }
    }

    /**
     * Opens the file and runs it once.
     *
     * @throws ModelUnfit where it is no classifier that can be run
     * @throws InterruptedException where the caller was interrupted
     */
    Description describe(Path model) throws InterruptedException;

    /**
     * Peak memory and, on samples that fit the model, its accuracies: the share of validation and of test samples that
     * it gets right.
     *
     * @param dataset hash of the data set's content, if the model is for such samples
     * @param splitSeed of the split into training, validation and test samples
     * @throws ModelUnfit where it cannot be run
     * @throws InterruptedException where the caller was interrupted
     */
    Measurements appraise(Path model, Optional<String> dataset, long splitSeed) throws InterruptedException;
}
