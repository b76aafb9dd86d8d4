package dev.skyline.search;

import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.Trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Removes model files that no trial refers to. A trial that runs has none yet, though its file may be there: what was
 * written since the oldest of them began stays for now.
 */
public final class RemoveModels {

    /** Nodes' clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Trials trials;
    private final TrainedModels models;
    private final Clock clock;

    public RemoveModels(Trials trials, TrainedModels models, Clock clock) {
        this.trials = trials;
        this.models = models;
        this.clock = clock;
    }

    /** Of these models, those that no trial refers to any more. */
    void remove(Collection<String> hashes) {
        if (!hashes.isEmpty()) {
            remove(hashes, trials.models());
        }
    }

    /**
     * Of all models of this node. None where no trial refers to any: more likely this is another database than that all
     * was deleted.
     */
    public void sweep() {
        try {
            Set<String> used = trials.models();
            if (!used.isEmpty()) {
                remove(models.hashes(), used);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the model files cannot be listed", e);
        }
    }

    private void remove(Collection<String> hashes, Set<String> used) {
        Instant since = trials.runningSince().orElse(clock.instant()).minus(MARGIN);
        try {
            for (String hash : hashes) {
                if (!used.contains(hash)) {
                    models.deleteUnlessSince(hash, since);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a model file cannot be removed", e);
        }
    }
}
