package dev.skyline.config;

import dev.skyline.experiment.Experiments;
import dev.skyline.search.AdvanceComparisons;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.RecoverLostTrials;
import dev.skyline.search.RemoveModels;
import dev.skyline.search.Setbacks;
import jakarta.annotation.PreDestroy;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Gives every active experiment its turn, on every node that runs trials; claims keep the nodes apart. As many
 * experiments as the node has slots take their turns at the same time, since choosing may cost more than a trial does.
 */
@Component
@Conditional(OnWorker.class)
@EnableScheduling
class Heartbeat {

    /** So that the service can end. */
    private static final int ROUNDS = 100;

    private static final int SECONDS_TO_END = 10;

    private final Experiments experiments;
    private final AdvanceExperiment advance;
    private final AdvanceComparisons comparisons;
    private final RecoverLostTrials recover;
    private final RemoveModels models;
    private final Setbacks setbacks;
    private final ExecutorService turns;

    Heartbeat(
            Experiments experiments,
            AdvanceExperiment advance,
            AdvanceComparisons comparisons,
            RecoverLostTrials recover,
            RemoveModels models,
            SkylineProperties properties,
            Clock clock) {
        this.experiments = experiments;
        this.advance = advance;
        this.comparisons = comparisons;
        this.recover = recover;
        this.models = models;
        this.setbacks = new Setbacks("to advance experiment", clock);
        this.turns = Executors.newFixedThreadPool(properties.node().slots(), turn -> new Thread(turn, "turns"));
    }

    /** A search that need not wait for trainings gets turn after turn, between those of the others. */
    @Scheduled(fixedDelay = 500)
    void advanceAll() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS && !turns.isShutdown() && advanceOnce(); round++) {}
    }

    private boolean advanceOnce() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> due = experiments.active().stream()
                .map(id -> (Callable<Boolean>)
                        () -> setbacks.attempt(id, () -> advance.advance(id)).orElse(false))
                .toList();
        boolean more = false;
        for (Future<Boolean> turn : turns.invokeAll(due)) {
            more |= turn.get();
        }
        return more;
    }

    @Scheduled(fixedDelay = 500)
    void advanceComparisons() {
        comparisons.advance();
    }

    @Scheduled(fixedDelay = 60_000)
    void recoverLost() {
        recover.recover();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void removeModels() {
        models.sweep();
    }

    @PreDestroy
    void end() throws InterruptedException {
        turns.shutdown();
        turns.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
