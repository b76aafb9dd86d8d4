package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.BitSet;
import java.util.List;

/** The trials of a history by number, that is in the order in which they were proposed. */
final class Roster {

    private final Trial[] byNumber;
    private final BitSet recorded = new BitSet();

    Roster(TrialHistory history) {
        byNumber = new Trial[last(history) + 1];
        for (Trial trial : history.recorded()) {
            byNumber[trial.number()] = trial;
            recorded.set(trial.number());
        }
        for (Trial trial : history.pending()) {
            byNumber[trial.number()] = trial;
        }
    }

    /** Greatest number of a trial; 0 where there is none. */
    static int last(TrialHistory history) {
        return Math.max(last(history.recorded()), last(history.pending()));
    }

    int last() {
        return byNumber.length - 1;
    }

    /** Null for a number that was given to no trial, or to one that was cancelled. */
    Trial get(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    boolean isRecorded(Trial trial) {
        return recorded.get(trial.number());
    }

    /** The trial whose architecture this one tries again with more effort, or null. */
    Trial promotedFrom(Trial trial) {
        Trial parent = trial.parent().isPresent() ? get(trial.parent().getAsInt()) : null;
        return parent != null
                        && parent.number() < trial.number()
                        && parent.architecture().id().equals(trial.architecture().id())
                ? parent
                : null;
    }

    private static int last(List<Trial> trials) {
        int last = 0;
        for (Trial trial : trials) {
            last = Math.max(last, trial.number());
        }
        return last;
    }
}
