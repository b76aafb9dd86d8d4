package dev.skyline.strategy;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the proposals of one call, and prefers what is neither being tried nor among them. */
public final class Untried {

    private static final int TRIES = 50;
    private static final int SCANS = 3;

    private final List<Trial> avoided;
    private final List<Proposal> made = new ArrayList<>();
    private int scans;
    private Set<ArchitectureId> index;

    /** @param repeats whether what has been tried and is finished may be tried again */
    public Untried(TrialHistory history, boolean repeats) {
        this.avoided = new ArrayList<>(history.pending());
        if (!repeats) {
            avoided.addAll(history.recorded());
        }
    }

    /** Adds the first draw that is new, or the last of {@value #TRIES} where none is, as in a space nearly exhausted. */
    public void addFirstOf(Supplier<Proposal> draws) {
        Proposal proposal = draws.get();
        for (int i = 1; i < TRIES && isKnown(proposal.architecture().id()); i++) {
            proposal = draws.get();
        }
        made.add(proposal);
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
