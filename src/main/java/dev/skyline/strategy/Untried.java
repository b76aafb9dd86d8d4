package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Collects the proposals of one call, and prefers what is feasible and neither being tried nor among them. */
public final class Untried {

    private static final int TRIES = 50;
    private static final int SCANS = 3;

    private final Predicate<Architecture> feasible;
    private final List<Trial> avoided;
    private final List<Proposal> made = new ArrayList<>();
    private int scans;
    private Set<ArchitectureId> index;

    /**
     * @param repeats whether what has been tried and is finished may be tried again
     * @param feasible as far as that is known
     */
    public Untried(TrialHistory history, boolean repeats, Predicate<Architecture> feasible) {
        this.feasible = feasible;
        this.avoided = new ArrayList<>(history.pending());
        if (!repeats) {
            avoided.addAll(history.recorded());
        }
    }

    /**
     * Adds the first draw that is new and feasible, or where none of {@value #TRIES} is, as in a space nearly exhausted, the
     * last of them that is feasible, or the last.
     */
    public void addFirstOf(Supplier<Proposal> draws) {
        Proposal last = null;
        boolean isFeasible = false;
        for (int i = 0; i < TRIES; i++) {
            Proposal proposal = draws.get();
            if (feasible.test(proposal.architecture())) {
                last = proposal;
                isFeasible = true;
                if (!isKnown(proposal.architecture().id())) {
                    break;
                }
            } else if (!isFeasible) {
                last = proposal;
            }
        }
        made.add(last);
    }

    public List<Proposal> proposals() {
        return made;
    }

    private boolean isKnown(ArchitectureId id) {
        return made.stream().anyMatch(proposal -> proposal.architecture().id().equals(id)) || isAvoided(id);
    }

    /** A look through all trials is cheaper than a table of them, but not many looks. */
    private boolean isAvoided(ArchitectureId id) {
        if (scans < SCANS) {
            scans++;
            for (Trial trial : avoided) {
                if (trial.architecture().id().equals(id)) {
                    return true;
                }
            }
            return false;
        }
        if (index == null) {
            index = new HashSet<>(2 * avoided.size());
            avoided.forEach(trial -> index.add(trial.architecture().id()));
        }
        return index.contains(id);
    }
}
