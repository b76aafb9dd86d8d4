package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.experiment.view.ExperimentSummary;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@Repository
@Transactional(readOnly = true)
class JpaExperimentSummaries implements ExperimentSummaries {

    /** An empty label stands for any, and excludes none. */
    private static final String FILTERED = " from experiment where state in (:states)"
            + " and name ilike :name escape '!' and (:label = '' or :label = any(labels))"
            + " and (:exclude = '' or not :exclude = any(labels))";

    private final EntityManager entities;
    private final ExperimentRows rows;
    private final TrialCounting counting;

    JpaExperimentSummaries(EntityManager entities, ExperimentRows rows, TrialCounting counting) {
        this.entities = entities;
        this.rows = rows;
        this.counting = counting;
    }

    @Override
    public Page<ExperimentSummary> page(ExperimentFilter filter, ExperimentSort sort, PageRequest request) {
        String order = " order by " + sort.field().name().toLowerCase(Locale.ROOT) + (sort.descending() ? " desc" : "")
                + " nulls last, id";
        Query page = filtered(entities.createNativeQuery("select *" + FILTERED + order, ExperimentRow.class), filter)
                .setFirstResult(Math.toIntExact(request.offset()))
                .setMaxResults(request.size());
        Query count = filtered(entities.createNativeQuery("select count(*)" + FILTERED, Long.class), filter);
        return Page.of(summaries(page), request, (long) count.getSingleResult());
    }

    @Override
    public Optional<ExperimentSummary> find(ExperimentId id) {
        UUID key = id.value();
        return rows.findById(key).map(row -> summary(row.toExperiment(), counting.of(List.of(key))));
    }

    private List<ExperimentSummary> summaries(Query page) {
        List<Experiment> experiments = ((Stream<?>) page.getResultStream())
                .map(row -> ((ExperimentRow) row).toExperiment())
                .toList();
        Map<UUID, TrialCounts> counts =
                counting.of(experiments.stream().map(e -> e.id().value()).toList());
        return experiments.stream().map(e -> summary(e, counts)).toList();
    }

    private static ExperimentSummary summary(Experiment experiment, Map<UUID, TrialCounts> counts) {
        return new ExperimentSummary(
                experiment, counts.getOrDefault(experiment.id().value(), TrialCounts.NONE));
    }

    private static Query filtered(Query query, ExperimentFilter filter) {
        Stream<ExperimentState> states =
                filter.states().isEmpty() ? Arrays.stream(ExperimentState.values()) : filter.states().stream();
        return query.setParameter("states", states.map(Enum::name).toList())
                .setParameter("name", "%" + filter.name().orElse("").replaceAll("[!%_]", "!$0") + "%")
                .setParameter("label", filter.label().orElse(""))
                .setParameter("exclude", filter.exclude().orElse(""));
    }
}
