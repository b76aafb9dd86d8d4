package dev.skyline.config;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.RecoverLostTrials;
import dev.skyline.search.RemoveModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives every active experiment its turn, on every node that runs trials; claims keep the nodes apart. */
@Component
@Conditional(OnWorker.class)
@EnableScheduling
class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** So that other scheduled work gets its turn too. */
    private static final int ROUNDS = 100;

    private final Experiments experiments;
    private final AdvanceExperiment advance;
    private final RecoverLostTrials recover;
    private final RemoveModels models;

    Heartbeat(Experiments experiments, AdvanceExperiment advance, RecoverLostTrials recover, RemoveModels models) {
        this.experiments = experiments;
        this.advance = advance;
        this.recover = recover;
        this.models = models;
    }

    /** A search that need not wait for trainings gets turn after turn, between those of the others. */
    @Scheduled(fixedDelay = 500)
    void advanceAll() {
        for (int round = 0; round < ROUNDS && advanceOnce(); round++) {}
    }

    private boolean advanceOnce() {
        boolean more = false;
        for (ExperimentId id : experiments.active()) {
            try {
                more |= advance.advance(id);
            } catch (RuntimeException e) {
                LOG.error("Experiment {} could not be advanced; it is tried again in a moment", id, e);
            }
        }
        return more;
    }

    @Scheduled(fixedDelay = 60_000)
    void recoverLost() {
        recover.recover();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void removeModels() {
        models.sweep();
    }
}
