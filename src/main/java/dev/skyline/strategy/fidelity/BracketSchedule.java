package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Synchronous halving, bracket after bracket: a rung is ranked once all of it is recorded. While a bracket waits for
 * pending trials, the next one begins, so that no worker idles. Brackets are repeated in turn for as long as the search
 * lasts.
 *
 * <p>A new architecture belongs to the first bracket that was not full when it was proposed; a promoted one names the
 * trial of the rung below as its parent. Trials that fit in neither way, such as imported ones, are left out.
 *
 * @param cycle brackets, in turn
 */
record BracketSchedule(Ladder ladder, List<Bracket> cycle) implements Schedule {

    BracketSchedule {
        cycle = List.copyOf(cycle);
    }

    /** O(trials), and ranking the rungs that promote. */
    @Override
    public Step next(TrialHistory history) {
        Roster roster = new Roster(history);
        for (Standing standing : standings(roster)) {
            Optional<Step> step = standing.next(roster, history);
            if (step.isPresent()) {
                return step.get();
            }
        }
        throw new IllegalStateException("the last bracket is never full");
    }

    /** In the order of their beginning; the last one has room for new architectures. */
    List<Standing> standings(Roster roster) {
        List<Standing> standings = new ArrayList<>();
        standings.add(new Standing(ladder, cycle.get(0)));
        Standing[] of = new Standing[roster.last() + 1];
        for (int number = 1; number <= roster.last(); number++) {
            Trial trial = roster.get(number);
            if (trial == null) {
                continue;
            }
            Trial parent = roster.promotedFrom(trial);
            Standing current = standings.get(standings.size() - 1);
            if (parent != null && of[parent.number()] != null) {
                if (of[parent.number()].promote(parent, trial)) {
                    of[number] = of[parent.number()];
                }
            } else if (current.begin(trial)) {
                of[number] = current;
                if (current.isFull()) {
                    standings.add(new Standing(ladder, cycle.get(standings.size() % cycle.size())));
                }
            }
        }
        return standings;
    }
}
