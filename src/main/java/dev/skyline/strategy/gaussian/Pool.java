package dev.skyline.strategy.gaussian;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Score;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Identity;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.surrogate.Observations;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All of a small space that is feasible as far as that is known; of architectures that compute the same function one whose
 * known objectives no other's beat. In the order of their choices, so that models go through them fast.
 */
record Pool(List<Candidate> members, Map<ArchitectureId, int[]> forms) {

    private static final int EXPERIMENTS = 16;

    /** By experiment, as what is known stays the same in it; up to 8 MB each. */
    private static final Map<ExperimentId, Pool> RECENT = new LinkedHashMap<>(2 * EXPERIMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExperimentId, Pool> eldest) {
            return size() > EXPERIMENTS;
        }
    };

    /**
     * O(space) the first time.
     *
     * @return empty for a space larger than {@code most}
     */
    static Optional<Pool> of(
            TrialHistory history, SearchSpace space, int most, Foresight foresight, Identity identity) {
        if (!(space instanceof SearchSpace.Enumerable) || space.size().compareTo(BigInteger.valueOf(most)) > 0) {
            return Optional.empty();
        }
        Pool known;
        synchronized (RECENT) {
            known = RECENT.get(history.experiment());
        }
        if (known == null) {
            known = of(space, foresight, identity);
            synchronized (RECENT) {
                RECENT.put(history.experiment(), known);
            }
        }
        return Optional.of(known);
    }

    /** Members that have not been tried. */
    List<Candidate> without(Observations seen) {
        return members.stream()
                .filter(member -> !seen.isTaken(member.proposal().architecture()))
                .toList();
    }

    /** Choices of the first of those that compute the same function; so a model sees them as one. */
    int[] point(Architecture architecture) {
        return forms.get(architecture.id());
    }

    private static Pool of(SearchSpace space, Foresight foresight, Identity identity) {
        Map<Object, Candidate> members = new LinkedHashMap<>();
        Map<ArchitectureId, int[]> forms = new HashMap<>();
        ((SearchSpace.Enumerable) space).all().forEach(architecture -> {
            int[] form = forms.computeIfAbsent(architecture.id(), id -> ((Encodable) space).choices(architecture));
            Candidate candidate = new Candidate(Proposal.of(architecture), form, foresight.of(architecture));
            if (candidate.prospect().feasible()) {
                members.merge(identity.of(architecture), candidate, (one, other) -> isBeaten(one, other) ? other : one);
            }
        });
        return new Pool(
                members.values().stream()
                        .sorted((a, b) -> Arrays.compare(a.choices(), b.choices()))
                        .toList(),
                forms);
    }

    private static boolean isBeaten(Candidate one, Candidate other) {
        return Score.dominates(other.prospect().objectives(), one.prospect().objectives());
    }
}
