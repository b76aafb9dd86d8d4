package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialNotFound;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.search.AskTrials.Asked;
import dev.skyline.search.ClientCall.Ask;
import dev.skyline.search.ClientCall.Tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One transaction of an experiment that clients evaluate: first the ends that were told, then what was asked for. */
final class ClientRound {

    private final Experiment experiment;
    private final Map<Integer, Trial> open = new TreeMap<>();
    private final Map<Integer, Suggestion> holders;
    private final Instant now;
    private final Instant leaseUntil;
    private final Map<Integer, Trial> ended = new LinkedHashMap<>();
    private final Map<Integer, Trial> takenOver = new LinkedHashMap<>();
    private final Map<Integer, Suggestion> leases = new LinkedHashMap<>();
    private final Map<String, List<Trial>> given = new LinkedHashMap<>();
    private long sequence;
    private ExperimentState state;

    /** @param sequence of the last outcome recorded */
    ClientRound(Experiment experiment, List<Trial> open, List<Suggestion> holders, long sequence, Instant now) {
        this.experiment = experiment;
        this.state = experiment.state();
        open.forEach(trial -> this.open.put(trial.number(), trial));
        this.holders =
                holders.stream().collect(Collectors.toMap(held -> held.trial().number(), Function.identity()));
        this.sequence = sequence;
        this.now = now;
        this.leaseUntil = now.plus(External.lease(experiment.spec()));
    }

    static long lastSequence(List<Trial> recorded) {
        return recorded.isEmpty()
                ? 0
                : recorded.get(recorded.size() - 1).sequence().orElseThrow();
    }

    /** Answers those who tell an end. The experiment is held, so the next sequence numbers are this round's to give. */
    void end(List<ClientCall<?>> calls, Function<TrialId, Optional<Trial>> finished) {
        for (ClientCall<?> call : calls) {
            if (call instanceof Tell tell) {
                int number = tell.trial.number();
                Trial trial = open.getOrDefault(number, ended.get(number));
                Optional<Trial> found = trial == null ? finished.apply(tell.trial) : Optional.of(trial);
                found.ifPresentOrElse(present -> end(tell, present), () -> tell.refuse(new TrialNotFound(tell.trial)));
            }
        }
    }

    private void end(Tell tell, Trial trial) {
        TrialOutcome outcome;
        try {
            outcome = tell.outcome.of(experiment, trial);
        } catch (RuntimeException e) {
            tell.refuse(e);
            return;
        }
        if (trial.state().isFinished()) {
            if (says(trial, outcome)) {
                tell.answer(trial);
            } else {
                tell.refuse(new TrialNotHeld(tell.trial, "has ended already: " + trial.state()));
            }
            return;
        }
        String holder = holders.get(trial.number()).client();
        if (tell.client.isPresent() && !tell.client.get().equals(holder)) {
            tell.refuse(new TrialNotHeld(tell.trial, "was given to another client when the lease was over"));
            return;
        }
        Trial recorded =
                trial.recorded(Aggregated.outcome(experiment.spec().problem(), trial, outcome), ++sequence, now);
        open.remove(trial.number());
        ended.put(trial.number(), recorded);
        tell.answer(recorded);
    }

    private static boolean says(Trial trial, TrialOutcome outcome) {
        return trial.state() == outcome.state()
                && trial.end().equals(outcome.end())
                && trial.measurements().plus(outcome.measurements()).equals(trial.measurements());
    }

    /**
     * Finds trials for those who ask; the ends must be stored. A client that asks several times at once gets the same
     * trials each time.
     *
     * @param recorded the experiment's outcomes, these ends included
     */
    void give(List<ClientCall<?>> calls, List<Trial> recorded, AdvanceExperiment advance) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (ClientCall<?> call : calls) {
            if (call instanceof Ask ask) {
                wanted.merge(ask.client, ask.count, Math::max);
            }
        }
        wanted.forEach((client, count) -> given.put(client, held(client, count)));
        wanted.forEach(this::fromSilentClients);
        int missing = wanted.entrySet().stream()
                .mapToInt(entry -> entry.getValue() - given.get(entry.getKey()).size())
                .sum();
        AdvanceExperiment.Turn turn = advance.turn(
                experiment,
                recorded,
                List.copyOf(open.values()),
                pending -> missing,
                trial -> trial.started(trial.createdAt()));
        state = turn.state();
        List<Trial> fresh = turn.given();
        int next = 0;
        for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
            List<Trial> trials = given.get(entry.getKey());
            while (trials.size() < entry.getValue() && next < fresh.size()) {
                trials.add(lend(fresh.get(next++), entry.getKey()));
            }
        }
    }

    private List<Trial> held(String client, int count) {
        return open.values().stream()
                .filter(trial -> holders.get(trial.number()).client().equals(client))
                .limit(count)
                .map(trial -> lend(trial, client))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void fromSilentClients(String client, int count) {
        List<Trial> trials = given.get(client);
        for (Trial trial : open.values()) {
            Suggestion holder = holders.get(trial.number());
            if (trials.size() < count
                    && !leases.containsKey(trial.number())
                    && !holder.client().equals(client)
                    && holder.leaseUntil().isBefore(now)) {
                Trial again = trial.started(now);
                takenOver.put(again.number(), again);
                trials.add(lend(again, client));
            }
        }
    }

    private Trial lend(Trial trial, String client) {
        leases.put(trial.number(), new Suggestion(trial.id(), client, leaseUntil));
        return trial;
    }

    List<Trial> ended() {
        return List.copyOf(ended.values());
    }

    List<Trial> takenOver() {
        return List.copyOf(takenOver.values());
    }

    List<Suggestion> leases() {
        return List.copyOf(leases.values());
    }

    /** Answers those who asked. */
    void answer(List<ClientCall<?>> calls) {
        for (ClientCall<?> call : calls) {
            if (call instanceof Ask ask) {
                List<Trial> trials = given.get(ask.client);
                ask.answer(new Asked(
                        state, List.copyOf(trials.subList(0, Math.min(ask.count, trials.size()))), leaseUntil));
            }
        }
    }
}
