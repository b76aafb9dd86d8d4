package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.Trials;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands trials to a client that trains by itself: those that it has already, then those of clients that have fallen
 * silent, then new ones. So asking again after a lost answer, or a crash, costs nothing.
 */
public final class AskTrials {

    /** Most trials that one client may have at a time. */
    public static final int MAX_COUNT = 1000;

    private final Experiments experiments;
    private final Trials trials;
    private final Suggestions suggestions;
    private final AdvanceExperiment advance;
    private final ExperimentEvents events;
    private final Clock clock;

    /**
     * What a client gets.
     *
     * @param state of the experiment; where it has ended there is nothing more to ask for
     * @param trials running, at most as many as were asked for; none where the experiment is paused, has ended, or waits
     *     for the outcomes of others
     * @param leaseUntil when the client must have let hear of itself
     */
    public record Asked(ExperimentState state, List<Trial> trials, Instant leaseUntil) {}

    public AskTrials(
            Experiments experiments,
            Trials trials,
            Suggestions suggestions,
            AdvanceExperiment advance,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.suggestions = suggestions;
        this.advance = advance;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param count 1 to {@link #MAX_COUNT}
     * @throws NotExternal where the experiment evaluates its trials by itself
     */
    public Asked ask(ExperimentId id, int count, String client) {
        return experiments.hold(id, experiment -> {
            if (!experiment.spec().isExternal()) {
                throw new NotExternal(id);
            }
            Instant leaseUntil = clock.instant().plus(External.lease(experiment.spec()));
            List<Trial> given = held(experiment, count, client, leaseUntil);
            if (given.size() < count) {
                int missing = count - given.size();
                given.addAll(
                        advance.turn(experiment, pending -> missing, trial -> handOver(trial, client, leaseUntil)));
            }
            ExperimentState state = experiments.find(id).orElse(experiment).state();
            return new Asked(state, given, leaseUntil);
        });
    }

    private List<Trial> held(Experiment experiment, int count, String client, Instant leaseUntil) {
        Map<Integer, Suggestion> holders = suggestions.open(experiment.id()).stream()
                .collect(Collectors.toMap(held -> held.trial().number(), Function.identity()));
        List<Trial> open = trials.unfinished(experiment.id());
        List<Trial> given = new ArrayList<>();
        for (Trial trial : open) {
            if (given.size() < count && holders.get(trial.number()).client().equals(client)) {
                suggestions.put(new Suggestion(trial.id(), client, leaseUntil));
                given.add(trial);
            }
        }
        for (Trial trial : open) {
            Suggestion holder = holders.get(trial.number());
            if (given.size() < count
                    && !holder.client().equals(client)
                    && holder.leaseUntil().isBefore(clock.instant())) {
                given.add(takeOver(trial, client, leaseUntil));
            }
        }
        return given;
    }

    private Trial takeOver(Trial trial, String client, Instant leaseUntil) {
        Trial again = trials.start(trial.id(), clock.instant()).orElseThrow();
        suggestions.put(new Suggestion(trial.id(), client, leaseUntil));
        events.publish(ExperimentEvent.trial(again));
        return again;
    }

    private Trial handOver(Trial proposed, String client, Instant leaseUntil) {
        Trial running = proposed.started(clock.instant());
        trials.add(running);
        suggestions.put(new Suggestion(running.id(), client, leaseUntil));
        events.publish(ExperimentEvent.trial(running));
        return running;
    }
}
