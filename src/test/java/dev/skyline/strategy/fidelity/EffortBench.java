package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Strategies;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Toy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** A search without training in which effort counts, and trials finish in any order. */
final class EffortBench {

    private final SearchSpace space;
    private final Problem problem;
    private final Fidelity full;
    private final BiFunction<Architecture, Fidelity, TrialOutcome> outcome;
    private final ExperimentId experiment = ExperimentId.random();
    private final List<Trial> recorded = new ArrayList<>();
    private final List<Trial> pending = new ArrayList<>();
    private int number;
    private long epochs;

    EffortBench(
            SearchSpace space,
            Problem problem,
            Fidelity full,
            BiFunction<Architecture, Fidelity, TrialOutcome> outcome) {
        this.space = space;
        this.problem = problem;
        this.full = full;
        this.outcome = outcome;
    }

    /** Cells of {@link Toy}, judged better the more effort is spent: with little, what is right may be overlooked. */
    static EffortBench toy(Problem problem, int epochs) {
        return new EffortBench(Toy.space(), problem, Fidelity.epochs(epochs), EffortBench::judged);
    }

    static TrialOutcome judged(Architecture architecture, Fidelity fidelity) {
        int noise = (architecture.text() + fidelity.epochs()).hashCode() & 15;
        Measurements exact = Toy.measurements(architecture);
        return TrialOutcome.completed(
                exact.plus(Measurements.of(Measurement.measured(
                        Metric.ACCURACY, Toy.accuracy(architecture) - noise / 100.0 / fidelity.epochs()))),
                Optional.empty());
    }

    SearchStrategy strategy(String id, Map<String, Object> settings) {
        return Strategies.plugins().create(new PluginSpec(id, settings), new StrategyContext(space, problem, full));
    }

    /** In the order of their outcomes. */
    List<Trial> recorded() {
        return recorded;
    }

    List<Trial> byNumber() {
        return recorded.stream().sorted(Comparator.comparing(Trial::number)).toList();
    }

    /** One trial after the other, until the next one would exceed this many epochs. */
    EffortBench spend(SearchStrategy strategy, long budget, long seed) {
        for (propose(strategy, seed); epochs <= budget; propose(strategy, seed)) {
            finish(0);
        }
        return this;
    }

    /** Keeps {@code parallelism} trials under way, any of which may be the next to finish. */
    EffortBench run(SearchStrategy strategy, int trials, int parallelism, long seed) {
        SplittableRandom order = new SplittableRandom(seed);
        while (number < trials) {
            propose(strategy, seed);
            if (pending.size() == parallelism) {
                finish(order.nextInt(parallelism));
            }
        }
        while (!pending.isEmpty()) {
            finish(order.nextInt(pending.size()));
        }
        return this;
    }

    Proposal propose(SearchStrategy strategy, long seed) {
        number++;
        Proposal proposal = strategy.propose(space, history(), 1, Simulation.random(seed, number))
                .get(0);
        Fidelity fidelity = proposal.fidelity().orElse(full);
        epochs += fidelity.epochs();
        pending.add(Trial.proposed(
                new TrialId(experiment, number),
                proposal.architecture(),
                proposal.parent(),
                fidelity,
                Measurements.none(),
                recorded.size(),
                Instant.EPOCH));
        return proposal;
    }

    void finish(int index) {
        Trial trial = pending.remove(index).started(Instant.EPOCH);
        recorded.add(trial.recorded(
                outcome.apply(trial.architecture(), trial.fidelity()), recorded.size() + 1L, Instant.EPOCH));
    }

    TrialHistory history() {
        return new TrialHistory(experiment, problem, List.copyOf(recorded), List.copyOf(pending));
    }

    /** What was known when a trial was proposed, rebuilt from the trials alone, under another experiment's name. */
    TrialHistory before(Trial proposed) {
        List<Trial> known = recorded.stream()
                .filter(trial -> trial.sequence().orElseThrow() <= proposed.basedOn())
                .toList();
        List<Trial> open = byNumber().stream()
                .filter(trial ->
                        trial.number() < proposed.number() && trial.sequence().orElseThrow() > proposed.basedOn())
                .toList();
        return new TrialHistory(ExperimentId.random(), problem, known, open);
    }
}
