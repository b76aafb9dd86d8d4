package dev.skyline.api.fake;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.experiment.view.ExperimentSummary;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;

import java.util.List;
import java.util.Optional;

/** Summaries of the experiments in memory, unfiltered and unsorted; it remembers what it was asked. */
public final class MemorySummaries implements ExperimentSummaries {

    private final MemoryExperiments experiments;
    private final MemoryTrials trials;
    private ExperimentFilter askedFilter = ExperimentFilter.ALL;
    private ExperimentSort askedSort = ExperimentSort.NEWEST_FIRST;

    MemorySummaries(MemoryExperiments experiments, MemoryTrials trials) {
        this.experiments = experiments;
        this.trials = trials;
    }

    public ExperimentFilter askedFilter() {
        return askedFilter;
    }

    public ExperimentSort askedSort() {
        return askedSort;
    }

    @Override
    public Page<ExperimentSummary> page(ExperimentFilter filter, ExperimentSort sort, PageRequest request) {
        askedFilter = filter;
        askedSort = sort;
        List<ExperimentSummary> items = experiments.list().stream()
                .skip(request.offset())
                .limit(request.size())
                .map(this::summary)
                .toList();
        return Page.of(items, request, experiments.list().size());
    }

    @Override
    public Optional<ExperimentSummary> find(ExperimentId id) {
        return experiments.find(id).map(this::summary);
    }

    private ExperimentSummary summary(Experiment experiment) {
        return new ExperimentSummary(experiment, trials.counts(experiment.id()));
    }
}
