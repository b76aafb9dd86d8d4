package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a bracket is: the trials on each of its rungs, in the order in which they were proposed. */
final class Standing {

    private final Bracket bracket;
    private final List<List<Trial>> rungs = new ArrayList<>();
    private final int[] pending;

    Standing(Bracket bracket) {
        this.bracket = bracket;
        bracket.trials().forEach(trials -> rungs.add(new ArrayList<>()));
        this.pending = new int[rungs.size()];
    }

    boolean isFull() {
        return rungs.get(0).size() == bracket.trials().get(0);
    }

    /** Takes in a new architecture, if its effort is that of the lowest rung. */
    boolean begin(int number, Roster roster) {
        return roster.rung(number) == bracket.lowest() && add(0, number, roster);
    }

    /** Takes in a trial that goes on where one of this bracket has ended. */
    boolean promote(int origin, int number, Roster roster) {
        int rung = roster.rung(origin) + 1;
        return roster.rung(number) == rung && add(rung - bracket.lowest(), number, roster);
    }

    private boolean add(int rung, int number, Roster roster) {
        pending[rung] += roster.isRecorded(number) ? 0 : 1;
        return rungs.get(rung).add(roster.trial(number));
    }

    /** What this bracket wants; empty while it waits, and once it is through. */
    Optional<Step> next(TrialHistory history) {
        if (!isFull()) {
            return Optional.of(Step.fresh(bracket.lowest()));
        }
        for (int i = 1; i < rungs.size() && pending[i - 1] == 0; i++) {
            int room = bracket.trials().get(i) - rungs.get(i).size();
            Optional<Trial> best = room > 0 ? best(i, history) : Optional.empty();
            if (best.isPresent()) {
                return Optional.of(Step.promotion(best.get(), bracket.lowest() + i));
            }
        }
        return Optional.empty();
    }

    /** The next to be promoted to a rung; where too many have failed for it to be filled, it stays smaller. */
    private Optional<Trial> best(int rung, TrialHistory history) {
        Set<Integer> promoted = rungs.get(rung).stream()
                .map(trial -> trial.parent().orElseThrow())
                .collect(Collectors.toSet());
        List<Contender> contenders = rungs.get(rung - 1).stream()
                .flatMap(trial -> Contender.of(history, trial).stream())
                .toList();
        return Layers.of(contenders).best(bracket.trials().get(rung)).stream()
                .map(Contender::trial)
                .filter(trial -> !promoted.contains(trial.number()))
                .findFirst();
    }
}
