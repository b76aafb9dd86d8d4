package dev.skyline.search;

import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.RunProgress;

import java.util.List;

/** Removes a comparison and the experiments that it consists of. */
public final class DeleteComparison {

    private final Comparisons comparisons;
    private final ControlExperiment control;

    public DeleteComparison(Comparisons comparisons, ControlExperiment control) {
        this.comparisons = comparisons;
        this.control = control;
    }

    /** @return whether there was one */
    public boolean delete(ComparisonId id) {
        if (comparisons.find(id).isEmpty()) {
            return false;
        }
        List<RunProgress> runs = comparisons.progress(id);
        comparisons.delete(id);
        runs.forEach(run -> control.delete(run.run().experiment()));
        return true;
    }
}
