package dev.skyline.strategy.fidelity;

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
        for (Standing standing : standings(Roster.of(history, ladder))) {
            Optional<Step> step = standing.next(history);
            if (step.isPresent()) {
                return step.get();
            }
        }
        throw new IllegalStateException("the last bracket is never full");
    }

    /** In the order of their beginning; the last one has room for new architectures. */
    private List<Standing> standings(Roster roster) {
        List<Standing> standings = new ArrayList<>();
        Standing filling = new Standing(cycle.get(0));
        standings.add(filling);
        Standing[] of = new Standing[roster.last() + 1];
        for (int number = 1; number < of.length; number++) {
            int origin = roster.origin(number);
            if (origin > 0 && of[origin] != null) {
                of[number] = of[origin].promote(origin, number, roster) ? of[origin] : null;
            } else if (roster.trial(number) != null && filling.begin(number, roster)) {
                of[number] = filling;
                if (filling.isFull()) {
                    filling = new Standing(cycle.get(standings.size() % cycle.size()));
                    standings.add(filling);
                }
            }
        }
        return standings;
    }
}
