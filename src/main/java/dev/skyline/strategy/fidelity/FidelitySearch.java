package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A search on several rungs of effort: a schedule says whether to promote, and a sampler what to begin with. */
record FidelitySearch(Ladder ladder, Schedule schedule, Sampler sampler) implements SearchStrategy {

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        List<Proposal> proposals = new ArrayList<>(count);
        for (TrialHistory now = history; proposals.size() < count; ) {
            Proposal proposal = next(space, now, random);
            proposals.add(proposal);
            if (proposals.size() < count) {
                now = with(now, proposal);
            }
        }
        return proposals;
    }

    private Proposal next(SearchSpace space, TrialHistory history, RandomGenerator random) {
        Step step = schedule.next(history);
        Fidelity fidelity = ladder.fidelity(step.rung());
        Architecture architecture =
                step.promoted().map(Trial::architecture).orElseGet(() -> sampler.sample(space, history, random));
        OptionalInt parent = step.promoted().stream().mapToInt(Trial::number).findFirst();
        return new Proposal(architecture, Optional.of(fidelity), parent);
    }

    /** The history once the proposal has become a trial; when that was does not matter to a strategy. */
    private static TrialHistory with(TrialHistory history, Proposal proposal) {
        List<Trial> pending = new ArrayList<>(history.pending());
        pending.add(Trial.proposed(
                new TrialId(history.experiment(), Roster.last(history) + 1),
                proposal.architecture(),
                proposal.parent(),
                proposal.fidelity().orElseThrow(),
                Measurements.none(),
                history.sequence(),
                Instant.EPOCH));
        return new TrialHistory(history.experiment(), history.problem(), history.recorded(), pending);
    }
}
