package dev.skyline.search;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.Fidelity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trials that count for fronts, best values and hypervolume: those evaluated with the highest fidelity that the
 * search has reached so far. What a trial of fewer epochs or less data promises is for the strategy alone, as values of
 * different efforts do not compare; the incumbent of Falkner et al. 2018 is chosen so, too.
 */
final class Results {

    private Results() {}

    /** O(trials). */
    static List<Trial> of(List<Trial> recorded) {
        Optional<Fidelity> highest = reached(recorded);
        return recorded.stream()
                .filter(trial -> trial.state().isEvaluated())
                .filter(trial -> trial.fidelity().equals(highest.orElseThrow()))
                .toList();
    }

    /** The fidelity of those that count; empty where nothing was evaluated. */
    static Optional<Fidelity> reached(List<Trial> recorded) {
        return highest(
                recorded.stream().filter(trial -> trial.state().isEvaluated()).map(Trial::fidelity));
    }

    static Optional<Fidelity> highest(Stream<Fidelity> reached) {
        return reached.max(Comparator.comparingDouble(Fidelity::effort).thenComparing(Fidelity::dataFraction));
    }
}
