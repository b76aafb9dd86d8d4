package dev.skyline.config;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.search.AdvanceComparisons;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.RecoverLostTrials;
import dev.skyline.search.RemoveModels;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** So that the service can end. */
    private static final int ROUNDS = 100;

    private static final int SECONDS_TO_END = 10;

    private final Experiments experiments;
    private final AdvanceExperiment advance;
    private final AdvanceComparisons comparisons;
    private final RecoverLostTrials recover;
    private final RemoveModels models;
    private final ExecutorService turns;

    Heartbeat(
            Experiments experiments,
            AdvanceExperiment advance,
            AdvanceComparisons comparisons,
            RecoverLostTrials recover,
            RemoveModels models,
            SkylineProperties properties) {
        this.experiments = experiments;
        this.advance = advance;
        this.comparisons = comparisons;
        this.recover = recover;
        this.models = models;
        this.turns = Executors.newFixedThreadPool(properties.node().slots(), turn -> new Thread(turn, "turns"));
    }

    /** A search that need not wait for trainings gets turn after turn, between those of the others. */
    @Scheduled(fixedDelay = 500)
    void advanceAll() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS && !turns.isShutdown() && advanceOnce(); round++) {}
    }

    private boolean advanceOnce() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> due = experiments.active().stream()
                .map(id -> (Callable<Boolean>) () -> advance(id))
                .toList();
        boolean more = false;
        for (Future<Boolean> turn : turns.invokeAll(due)) {
            more |= turn.get();
        }
        return more;
    }

    private boolean advance(ExperimentId id) {
        try {
            return advance.advance(id);
        } catch (RuntimeException e) {
            LOG.error("Experiment {} could not be advanced; it is tried again in a moment", id, e);
            return false;
        }
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
