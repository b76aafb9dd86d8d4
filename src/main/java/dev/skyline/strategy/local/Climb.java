package dev.skyline.strategy.local;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;
import dev.skyline.strategy.surrogate.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The walk under way. It starts with random architectures, several where they were begun before the first of them was
 * known, and goes on with neighbours of its members.
 *
 * @param from least number of its trials
 * @param known sequence number of its first outcome
 * @param top its members that none of it dominates, by constrained domination; the oldest first
 * @param explored the greatest sequence number of a member that has a child: as the older ones are explored first, all
 *     neighbours of members before it are tried
 */
record Climb(int from, long known, List<Top> top, long explored) {

    static final Climb NONE = new Climb(0, 0, List.of(), 0);

    /** A member and how good it is. */
    record Top(Trial trial, Score score) {

        long sequence() {
            return trial.sequence().orElseThrow();
        }
    }

    /** Members on top that may have neighbours left to try. */
    List<Top> unexplored() {
        return top.stream().filter(member -> member.sequence() >= explored).toList();
    }

    /** Whether a trial begins another walk. */
    boolean isLeftBy(Trial trial) {
        return trial.parent().isEmpty() && trial.basedOn() >= known;
    }

    /** O(members on top × objectives). */
    Climb with(Trial trial, Problem problem) {
        if (isLeftBy(trial)) {
            return new Climb(trial.number(), trial.sequence().orElseThrow(), List.of(), 0).plus(trial, problem);
        }
        boolean isOfAnother = trial.parent().isPresent() && trial.parent().getAsInt() < from;
        return isOfAnother ? this : after(trial).plus(trial, problem);
    }

    private Climb after(Trial child) {
        return top.stream()
                .filter(member ->
                        child.parent().equals(OptionalInt.of(member.trial().number())))
                .findFirst()
                .map(parent -> new Climb(from, known, top, Math.max(explored, parent.sequence())))
                .orElse(this);
    }

    private Climb plus(Trial trial, Problem problem) {
        int least = Math.min(from, trial.number());
        Score score = Observation.of(trial, problem, new double[0]).score();
        if (score.violation() == Double.POSITIVE_INFINITY
                || top.stream().anyMatch(other -> other.score().dominates(score))) {
            return new Climb(least, known, top, explored);
        }
        List<Top> left = new ArrayList<>(top);
        left.removeIf(other -> score.dominates(other.score()));
        left.add(new Top(trial, score));
        return new Climb(least, known, List.copyOf(left), explored);
    }
}
