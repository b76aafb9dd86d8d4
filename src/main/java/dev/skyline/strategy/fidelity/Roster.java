package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.strategy.Replay;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The trials of a history by number, that is in the order in which they were proposed, with the rung of each and the trial
 * that it was promoted from.
 */
final class Roster {

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Roster> RECORDED = new Replay<>();

    private final Ladder ladder;
    private final Trial[] trials;
    private final int[] rungs;
    private final int[] origins;
    private final BitSet recorded;

    private Roster(Roster before, int last) {
        int length = Math.max(before.trials.length, last + 1);
        ladder = before.ladder;
        trials = Arrays.copyOf(before.trials, length);
        rungs = Arrays.copyOf(before.rungs, length);
        origins = Arrays.copyOf(before.origins, length);
        recorded = (BitSet) before.recorded.clone();
    }

    private Roster(Ladder ladder) {
        this.ladder = ladder;
        trials = new Trial[1];
        rungs = new int[1];
        origins = new int[1];
        recorded = new BitSet();
    }

    /** O(trials) with a constant of some nanoseconds, and the trials recorded since the last call. */
    static Roster of(TrialHistory history, Ladder ladder) {
        Roster known = RECORDED.ofAll(history, ladder, new Roster(ladder), (before, added) -> {
            Roster after = new Roster(before, last(added));
            added.forEach(trial -> {
                after.add(trial);
                after.recorded.set(trial.number());
            });
            return after;
        });
        Roster all = new Roster(known, last(history.pending()));
        history.pending().forEach(all::add);
        return all;
    }

    /** Greatest number of a trial; 0 where there is none. */
    static int last(TrialHistory history) {
        return Math.max(last(history.recorded()), last(history.pending()));
    }

    private static int last(List<Trial> trials) {
        int last = 0;
        for (Trial trial : trials) {
            last = Math.max(last, trial.number());
        }
        return last;
    }

    private void add(Trial trial) {
        int number = trial.number();
        trials[number] = trial;
        rungs[number] = ladder.rung(trial.fidelity());
        int parent = trial.parent().orElse(0);
        origins[number] =
                parent < trials.length && trials[parent] != null && climbs(trials[parent], trial) ? parent : 0;
    }

    private static boolean climbs(Trial from, Trial to) {
        return from.architecture().id().equals(to.architecture().id());
    }

    /** Numbers run from 1 to this. */
    int last() {
        return trials.length - 1;
    }

    /** Null for a number that was given to no trial, or to one that was cancelled. */
    Trial trial(int number) {
        return trials[number];
    }

    /** Index of its rung, or -1 for a trial of another effort. */
    int rung(int number) {
        return rungs[number];
    }

    /** Number of the trial whose architecture this one tries again with another effort; 0 for none. */
    int origin(int number) {
        return origins[number];
    }

    boolean isRecorded(int number) {
        return recorded.get(number);
    }

    /** Numbers of those that were tried again one rung higher, whatever came of it. */
    BitSet promoted() {
        BitSet promoted = new BitSet(origins.length);
        for (int number = 1; number < origins.length; number++) {
            int origin = origins[number];
            if (origin > 0 && rungs[origin] + 1 == rungs[number]) {
                promoted.set(origin);
            }
        }
        return promoted;
    }
}
