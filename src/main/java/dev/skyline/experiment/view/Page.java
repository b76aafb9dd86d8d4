package dev.skyline.experiment.view;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size of a full page
 * @param totalItems on all pages together
 */
public record Page<T>(List<T> items, int page, int size, long totalItems) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, PageRequest request, long totalItems) {
        return new Page<>(items, request.page(), request.size(), totalItems);
    }
}
