package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a bracket is: the trials on each of its rungs, in the order in which they were proposed. */
final class Standing {

    private final Ladder ladder;
    private final Bracket bracket;
    private final List<List<Trial>> rungs;
    private final BitSet promoted = new BitSet();

    Standing(Ladder ladder, Bracket bracket) {
        this.ladder = ladder;
        this.bracket = bracket;
        this.rungs = Stream.<List<Trial>>generate(ArrayList::new)
                .limit(bracket.trials().size())
                .toList();
    }

    boolean isFull() {
        return rungs.get(0).size() == bracket.trials().get(0);
    }

    /** Takes in a new architecture, if its effort is that of the lowest rung. */
    boolean begin(Trial trial) {
        return ladder.rung(trial.fidelity()) == bracket.lowest() && rungs.get(0).add(trial);
    }

    /** Takes in a trial that goes on where its parent, one of this bracket, has ended. */
    boolean promote(Trial parent, Trial trial) {
        int rung = ladder.rung(parent.fidelity()) + 1;
        if (ladder.rung(trial.fidelity()) != rung || promoted.get(parent.number())) {
            return false;
        }
        promoted.set(parent.number());
        return rungs.get(rung - bracket.lowest()).add(trial);
    }

    /** What this bracket wants; empty while it waits, and once it is through. */
    Optional<Step> next(Roster roster, TrialHistory history) {
        if (!isFull()) {
            return Optional.of(Step.fresh(bracket.lowest()));
        }
        for (int i = 1; i < rungs.size() && rungs.get(i - 1).stream().allMatch(roster::isRecorded); i++) {
            int room = bracket.trials().get(i) - rungs.get(i).size();
            Optional<Trial> best = room == 0 ? Optional.empty() : best(rungs.get(i - 1), i, history);
            if (best.isPresent()) {
                return Optional.of(Step.promotion(best.get(), bracket.lowest() + i));
            }
        }
        return Optional.empty();
    }

    /** The next to be promoted; where too many have failed for the rung above to be filled, it stays smaller. */
    private Optional<Trial> best(List<Trial> rung, int above, TrialHistory history) {
        List<Contender> contenders = rung.stream()
                .flatMap(trial -> Contender.of(history, trial).stream())
                .toList();
        return Layers.of(contenders).best(bracket.trials().get(above)).stream()
                .map(Contender::trial)
                .filter(trial -> !promoted.get(trial.number()))
                .findFirst();
    }
}
