package dev.skyline.api;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.request.QueryReader;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.function.Function;

/** One page of a list. */
public record PageOf<T>(
        List<T> items,
        @Schema(description = "From 0", example = "0") int page,

        @Schema(description = "Of a full page", example = "50")
        int size,

        @Schema(description = "On all pages together", example = "1")
        long totalItems) {

    public static <S, T> PageOf<T> of(Page<S> page, Function<S, T> view) {
        return new PageOf<>(page.items().stream().map(view).toList(), page.page(), page.size(), page.totalItems());
    }

    /**
     * A page of a list that is at hand as a whole.
     *
     * @param page and {@code size} as the query has them; null for those that are absent
     * @throws ProblemException where one of them is no number in its range
     */
    public static <S, T> PageOf<T> of(List<S> all, String page, String size, Function<S, T> view) {
        QueryReader query = new QueryReader();
        PageRequest request = query.page(page, size);
        query.orThrow();
        return new PageOf<>(
                all.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .map(view)
                        .toList(),
                request.page(),
                request.size(),
                all.size());
    }
}
