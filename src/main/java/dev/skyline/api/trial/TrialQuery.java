package dev.skyline.api.trial;

import dev.skyline.api.request.MetricNames;
import dev.skyline.api.request.QueryReader;
import dev.skyline.api.request.SortOrder;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialSort.Field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which trials are asked for, in which order, and which page of them. */
record TrialQuery(Set<TrialState> states, TrialSort sort, PageRequest page) {

    static final String SORT = "number, sequence, state, createdAt, finishedAt, or a metric as in accuracy or"
            + " latency@host, and ,asc or ,desc after it";

    private static final Map<String, Field> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("number", Field.NUMBER);
        FIELDS.put("sequence", Field.SEQUENCE);
        FIELDS.put("state", Field.STATE);
        FIELDS.put("createdAt", Field.CREATED_AT);
        FIELDS.put("finishedAt", Field.FINISHED_AT);
    }

    static TrialQuery read(ExperimentSpec spec, List<String> state, String page, String size, String sort) {
        QueryReader query = new QueryReader();
        Set<TrialState> states = query.constants("state", state, TrialState.class);
        MetricNames metrics = new MetricNames(spec.hardwareTargets());
        SortOrder<TrialSort> order = SortOrder.read(
                query,
                sort,
                new SortOrder<>(TrialSort.by(Field.NUMBER, false), false),
                name -> Optional.ofNullable(FIELDS.get(name))
                        .map(field -> TrialSort.by(field, false))
                        .or(() -> metrics.find(name).map(key -> TrialSort.by(key, false))),
                Stream.concat(FIELDS.keySet().stream(), metrics.all().stream()).toList());
        PageRequest request = query.page(page, size);
        query.orThrow();
        TrialSort field = order.field();
        return new TrialQuery(states, new TrialSort(field.field(), field.metric(), order.descending()), request);
    }
}
