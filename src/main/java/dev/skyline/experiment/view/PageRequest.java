package dev.skyline.experiment.view;

/**
 * Which page of a list is wanted.
 *
 * @param page from 0
 * @param size 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 1000;

    public PageRequest {
        if (page < 0) {
            throw new IllegalArgumentException("page must be at least 0, not " + page);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must lie in [1, " + MAX_SIZE + "], not " + size);
        }
    }

    /** How many items stand before the page. */
    public long offset() {
        return (long) page * size;
    }
}
