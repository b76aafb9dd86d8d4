package dev.skyline.strategy;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A state that a strategy derives from a history by taking in one recorded trial after the other. It remembers the states
 * of the experiments asked for last and goes on from there where the history has only grown, which recorded trials never
 * change; the answer is the same without that memory. For several threads.
 *
 * @param <S> immutable
 */
public final class Replay<S> {

    private static final int EXPERIMENTS = 64;

    private final Map<Key, Snapshot<S>> recent;

    public Replay() {
        this(EXPERIMENTS);
    }

    /** @param experiments that are remembered; fewer than usual for large states */
    public Replay(int experiments) {
        this.recent = new LinkedHashMap<>(2 * experiments, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Snapshot<S>> eldest) {
                return size() > experiments;
            }
        };
    }

    private record Key(ExperimentId experiment, Problem problem, Record settings) {}

    /** @param last the trial taken in last, of {@code count} */
    private record Snapshot<S>(int count, Trial last, S state) {

        boolean isOf(List<Trial> recorded) {
            return count <= recorded.size() && last.equals(recorded.get(count - 1));
        }
    }

    /** O(trials since the last call), each at the cost of {@code step}. */
    public S of(TrialHistory history, Record settings, S start, BiFunction<S, Trial, S> step) {
        return ofAll(history, settings, start, (state, added) -> {
            S next = state;
            for (Trial trial : added) {
                next = step.apply(next, trial);
            }
            return next;
        });
    }

    /**
     * The same for a state that is dear to copy: {@code steps} takes in all the trials added since the last call, and must
     * give the same state whether they come at once or one after the other.
     */
    public S ofAll(TrialHistory history, Record settings, S start, BiFunction<S, List<Trial>, S> steps) {
        List<Trial> recorded = history.recorded();
        if (recorded.isEmpty()) {
            return start;
        }
        Key key = new Key(history.experiment(), history.problem(), settings);
        Snapshot<S> known;
        synchronized (recent) {
            known = recent.get(key);
        }
        boolean usable = known != null && known.isOf(recorded);
        int count = usable ? known.count() : 0;
        S before = usable ? known.state() : start;
        if (count == recorded.size()) {
            return before;
        }
        S state = steps.apply(before, recorded.subList(count, recorded.size()));
        Snapshot<S> now = new Snapshot<>(recorded.size(), recorded.get(recorded.size() - 1), state);
        synchronized (recent) {
            recent.put(key, now);
        }
        return state;
    }
}
