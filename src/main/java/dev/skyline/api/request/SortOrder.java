package dev.skyline.api.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parameter {@code sort}: a field, and {@code ,asc} or {@code ,desc} after it. */
public record SortOrder<F>(F field, boolean descending) {

    /**
     * @param field the field of a name, or empty where there is none
     * @param valid for the message about an unknown field
     */
    public static <F> SortOrder<F> read(
            QueryReader query,
            String given,
            SortOrder<F> defaultOrder,
            Function<String, Optional<F>> field,
            List<String> valid) {
        Optional<String> text = query.text("sort", given);
        if (text.isEmpty()) {
            return defaultOrder;
        }
        String[] parts = text.get().split(",", -1);
        Optional<F> found = field.apply(parts[0]);
        String direction = parts.length > 1 ? parts[1] : "asc";
        if (found.isEmpty()) {
            query.fault("sort", "cannot sort by '" + parts[0] + "'; valid are " + String.join(", ", valid));
        } else if (parts.length > 2 || !direction.equals("asc") && !direction.equals("desc")) {
            query.fault("sort", "must be a field, or a field and a direction as in " + parts[0] + ",desc");
        }
        return found.map(f -> new SortOrder<>(f, direction.equals("desc"))).orElse(defaultOrder);
    }
}
