package dev.skyline.experiment.view;

import dev.skyline.experiment.ExperimentId;

import java.util.Optional;

/** Lists experiments with the counts of their trials. */
public interface ExperimentSummaries {

    Page<ExperimentSummary> page(ExperimentFilter filter, ExperimentSort sort, PageRequest request);

    Optional<ExperimentSummary> find(ExperimentId id);
}
