package dev.skyline.space;

import dev.skyline.network.Shape;

/** What a network must take and give: the shape of a sample, and the number of classes. */
public record Task(Shape input, int classes) {

    public Task {
        if (classes < 2) {
            throw new IllegalArgumentException("a classifier needs two or more classes, not " + classes);
        }
    }
}
