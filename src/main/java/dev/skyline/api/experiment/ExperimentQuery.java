package dev.skyline.api.experiment;

import dev.skyline.api.request.QueryReader;
import dev.skyline.api.request.SortOrder;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSort.Field;
import dev.skyline.experiment.view.PageRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which experiments are asked for, in which order, and which page of them. */
record ExperimentQuery(ExperimentFilter filter, ExperimentSort sort, PageRequest page) {

    static final String SORT = "createdAt, startedAt, finishedAt, name or state, and ,asc or ,desc after it";

    private static final Map<String, Field> FIELDS = Map.of(
            "createdAt", Field.CREATED_AT,
            "startedAt", Field.STARTED_AT,
            "finishedAt", Field.FINISHED_AT,
            "name", Field.NAME,
            "state", Field.STATE);

    static ExperimentQuery read(
            List<String> state, String name, String label, String exclude, String page, String size, String sort) {
        QueryReader query = new QueryReader();
        ExperimentFilter filter = new ExperimentFilter(
                query.constants("state", state, ExperimentState.class),
                query.text("name", name),
                query.text("label", label),
                query.text("exclude", exclude));
        SortOrder<Field> order = SortOrder.read(
                query,
                sort,
                new SortOrder<>(Field.CREATED_AT, true),
                field -> Optional.ofNullable(FIELDS.get(field)),
                FIELDS.keySet().stream().sorted().toList());
        PageRequest request = query.page(page, size);
        query.orThrow();
        return new ExperimentQuery(filter, new ExperimentSort(order.field(), order.descending()), request);
    }
}
