package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Collects the proposals of one call, and prefers what is feasible and neither being tried nor among them. */
public final class Untried {

    private static final int TRIES = 50;

    /** Sequence number of each architecture's first recorded trial: what a longer history adds lies behind a shorter one's end. */
    private static final Replay<Map<ArchitectureId, Long>> RECORDED = new Replay<>(16);

    private final Predicate<Architecture> feasible;
    private final Set<ArchitectureId> begun = new HashSet<>();
    private final Map<ArchitectureId, Long> recorded;
    private final long end;
    private final List<Proposal> made = new ArrayList<>();

    private record Everything() {}

    /**
     * @param repeats whether what has been tried and is finished may be tried again
     * @param feasible as far as that is known
     */
    public Untried(TrialHistory history, boolean repeats, Predicate<Architecture> feasible) {
        this.feasible = feasible;
        this.end = repeats ? 0 : history.sequence();
        this.recorded = repeats
                ? Map.of()
                : RECORDED.ofAll(history, new Everything(), new ConcurrentHashMap<>(), Untried::with);
        history.pending().forEach(trial -> begun.add(trial.architecture().id()));
    }

    private static Map<ArchitectureId, Long> with(Map<ArchitectureId, Long> recorded, List<Trial> added) {
        for (Trial trial : added) {
            recorded.putIfAbsent(trial.architecture().id(), trial.sequence().orElseThrow());
        }
        return recorded;
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
        begun.add(last.architecture().id());
    }

    public List<Proposal> proposals() {
        return made;
    }

    private boolean isKnown(ArchitectureId id) {
        return begun.contains(id) || recorded.getOrDefault(id, Long.MAX_VALUE) <= end;
    }
}
