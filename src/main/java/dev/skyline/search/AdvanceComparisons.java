package dev.skyline.search;

import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.RunProgress;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.IllegalTransition;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

/**
 * Begins the experiments of comparisons, a few at a time and strategy by strategy for each seed, so that a comparison
 * that is half done compares the same seeds.
 */
public final class AdvanceComparisons {

    private static final Logger LOG = System.getLogger(AdvanceComparisons.class.getName());

    private final Comparisons comparisons;
    private final ControlExperiment control;
    private final int atOnce;
    private final Setbacks setbacks;

    /** @param atOnce experiments of one comparison that run at the same time */
    public AdvanceComparisons(Comparisons comparisons, ControlExperiment control, int atOnce, Clock clock) {
        this.comparisons = comparisons;
        this.control = control;
        this.atOnce = atOnce;
        this.setbacks = new Setbacks("to advance comparison", clock);
    }

    /** May be called at any time, by any node. */
    public void advance() {
        comparisons.unfinished().forEach(id -> setbacks.attempt(id, () -> advance(id)));
    }

    /** @return how many of its experiments were running before */
    private long advance(ComparisonId id) {
        List<RunProgress> runs = comparisons.progress(id);
        long running = runs.stream().filter(run -> run.state().isActive()).count();
        runs.stream()
                .filter(run -> run.state() == ExperimentState.PAUSED && !run.begun())
                .sorted((a, b) -> Long.compare(a.run().seed(), b.run().seed()))
                .limit(Math.max(0, atOnce - running))
                .forEach(this::begin);
        return running;
    }

    private void begin(RunProgress run) {
        try {
            control.resume(run.run().experiment());
        } catch (IllegalTransition | ExperimentNotFound e) {
            LOG.log(Level.DEBUG, "another node, or a user, was quicker: {0}", e.getMessage());
        }
    }
}
