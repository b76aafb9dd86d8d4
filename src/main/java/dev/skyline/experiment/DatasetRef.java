package dev.skyline.experiment;

import java.util.List;

/**
 * The data set of an experiment as it was at submission, so that the experiment stays readable when it is gone.
 *
 * @param hash of its content
 * @param shape {@code [channels, height, width]} of images, {@code [features]} of a table
 * @param classes names of the classes, in the order of their numbers
 */
public record DatasetRef(String name, String hash, List<Integer> shape, List<String> classes) implements Subject {

    public DatasetRef {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
    }

    @Override
    public List<Integer> input() {
        return shape;
    }

    @Override
    public int classCount() {
        return classes.size();
    }

    @Override
    public String terms() {
        return hash;
    }
}
