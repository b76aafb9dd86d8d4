package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.Trials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The recorded trials of experiments, kept at hand: outcomes never change once they have a sequence number, so only
 * those after the last known one are read. A cold cache gives the same answer, later.
 */
public final class Histories {

    private static final int EXPERIMENTS = 32;

    private final Trials trials;
    private final Map<ExperimentId, List<Trial>> recent = new LinkedHashMap<>(2 * EXPERIMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExperimentId, List<Trial>> eldest) {
            return size() > EXPERIMENTS;
        }
    };

    public Histories(Trials trials) {
        this.trials = trials;
    }

    /** All recorded trials of an experiment by sequence number; unmodifiable. O(new trials) plus one copy. */
    public List<Trial> recorded(ExperimentId id) {
        List<Trial> known = known(id);
        long last = known.isEmpty() ? 0 : known.get(known.size() - 1).sequence().orElseThrow();
        return with(id, known, trials.recordedAfter(id, last));
    }

    /**
     * The history of an experiment that the caller holds, after what it has just recorded. Where that is rolled back, the
     * experiment has to be forgotten.
     */
    List<Trial> with(ExperimentId id, List<Trial> known, List<Trial> added) {
        if (added.isEmpty()) {
            return known;
        }
        List<Trial> all = new ArrayList<>(known.size() + added.size());
        all.addAll(known);
        all.addAll(added);
        List<Trial> result = Collections.unmodifiableList(all);
        synchronized (recent) {
            recent.merge(id, result, (older, newer) -> older.size() > newer.size() ? older : newer);
        }
        return result;
    }

    /** To be called when an experiment is deleted, or what was recorded of it is rolled back. */
    public void forget(ExperimentId id) {
        synchronized (recent) {
            recent.remove(id);
        }
    }

    private List<Trial> known(ExperimentId id) {
        synchronized (recent) {
            return recent.getOrDefault(id, List.of());
        }
    }
}
