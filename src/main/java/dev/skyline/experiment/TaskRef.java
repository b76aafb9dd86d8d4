package dev.skyline.experiment;

import java.util.List;

/** A task whose data somebody else has: the service proposes architectures, a client evaluates them. */
public record TaskRef(List<Integer> input, int classCount) implements Subject {

    private static final int LARGEST = 1 << 20;

    public TaskRef {
        input = List.copyOf(input);
        if (input.size() != 1 && input.size() != 3 || input.stream().anyMatch(size -> size < 1 || size > LARGEST)) {
            throw new IllegalArgumentException("an input is [channels, height, width] or [features], each from 1 to "
                    + LARGEST + ", not " + input);
        }
        if (classCount < 2 || classCount > LARGEST) {
            throw new IllegalArgumentException("a task has 2 to " + LARGEST + " classes, not " + classCount);
        }
    }

    @Override
    public String terms() {
        return "task:" + input + ":" + classCount;
    }
}
