package dev.skyline.space;

import dev.skyline.network.Shape;

import java.util.List;

/** What a network must take and give: the shape of a sample, and the number of classes. */
public record Task(Shape input, int classes) {

    private static final int MOST_VALUES = 1 << 24;
    private static final int MOST_CLASSES = 1 << 20;

    public Task {
        if (classes < 2) {
            throw new IllegalArgumentException("a classifier needs two or more classes, not " + classes);
        }
    }

    /** @param input {@code [channels, height, width]} of images, {@code [features]} of a table */
    public static Task of(List<Integer> input, int classes) {
        if (input.size() != 1 && input.size() != 3) {
            throw new IllegalArgumentException("an input is [channels, height, width] or [features], not " + input);
        }
        Shape shape = input.size() == 1
                ? Shape.features(input.get(0))
                : Shape.image(input.get(0), input.get(1), input.get(2));
        return new Task(shape, classes);
    }

    /**
     * The same of what somebody asks for: at most 2²⁴ values and 2²⁰ classes, so that networks for it fit into memory.
     *
     * @throws IllegalArgumentException where it has more
     */
    public static Task asked(List<Integer> input, int classes) {
        Task task = of(input, classes);
        if (task.input().elements() > MOST_VALUES) {
            throw new IllegalArgumentException("a sample has at most " + MOST_VALUES + " values, not " + task.input());
        }
        if (classes > MOST_CLASSES) {
            throw new IllegalArgumentException("a task has at most " + MOST_CLASSES + " classes, not " + classes);
        }
        return task;
    }
}
