package dev.skyline.experiment.view;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.MetricKey;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Lists the trials of an experiment. An experiment that is not there has none. */
public interface TrialTable {

    /** @param states any, where empty */
    Page<Trial> page(ExperimentId id, Set<TrialState> states, TrialSort sort, PageRequest request);

    TrialCounts counts(ExperimentId id);

    /** Those of these numbers that are there, by number. */
    List<Trial> trials(ExperimentId id, Collection<Integer> numbers);

    /**
     * Some values of all evaluated trials, by sequence number. Reads nothing else, so that 10,000 trials take
     * milliseconds; whoever draws a front or a curve starts here.
     *
     * @param intervals metrics whose intervals are read, too
     */
    List<TrialValues> values(ExperimentId id, List<MetricKey> metrics, List<MetricKey> intervals);
}
