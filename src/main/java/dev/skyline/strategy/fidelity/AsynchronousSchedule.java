package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.strategy.Replay;

import java.util.BitSet;
import java.util.Optional;

/**
 * Promotes as soon as a trial is among the best 1/η of what its rung has recorded so far, from the highest rung down, and
 * begins a new architecture where there is none (Li et al. 2020, algorithm 2). The rung of a trial is that of its effort,
 * whatever it came from.
 */
record AsynchronousSchedule(Ladder ladder) implements Schedule {

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Rungs<Contender>> RANKED = new Replay<>();

    /** O(trials), and the ranking of those recorded since the last call. */
    @Override
    public Step next(TrialHistory history) {
        Rungs<Contender> ranked = RANKED.of(
                history,
                ladder,
                Rungs.empty(ladder),
                (rungs, trial) -> rungs.with(trial, t -> Contender.of(history, t)));
        BitSet promoted = Roster.of(history, ladder).promoted();
        for (int rung = ladder.top() - 1; rung >= 0; rung--) {
            Layers<Contender> layers = ranked.layers().get(rung);
            Optional<Trial> best = layers.best(layers.size() / ladder.eta()).stream()
                    .map(Contender::trial)
                    .filter(trial -> !promoted.get(trial.number()))
                    .findFirst();
            if (best.isPresent()) {
                return Step.promotion(best.get(), rung + 1);
            }
        }
        return Step.fresh(0);
    }
}
