package dev.skyline.search;

import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.Trials;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Answers what clients ask and tell of one experiment at the same time in one transaction: whoever gets the experiment
 * answers all that wait for it on this node. So its lock, its history and the commit are paid for once.
 */
public final class ServeClients {

    /** Calls in one transaction, so that it stays short. */
    private static final int TOGETHER = 64;

    private final Experiments experiments;
    private final Trials trials;
    private final Suggestions suggestions;
    private final Histories histories;
    private final AdvanceExperiment advance;
    private final ExperimentEvents events;
    private final Clock clock;
    private final Map<ExperimentId, Line> lines = new ConcurrentHashMap<>();

    /** Those who wait for an experiment. */
    private static final class Line {

        private final ReentrantLock turn = new ReentrantLock();
        private final Deque<ClientCall<?>> waiting = new ArrayDeque<>();
        private int members;

        synchronized void join(ClientCall<?> call) {
            waiting.add(call);
        }

        synchronized List<ClientCall<?>> next() {
            List<ClientCall<?>> calls = new ArrayList<>();
            while (calls.size() < TOGETHER && !waiting.isEmpty()) {
                calls.add(waiting.remove());
            }
            return calls;
        }
    }

    public ServeClients(
            Experiments experiments,
            Trials trials,
            Suggestions suggestions,
            Histories histories,
            AdvanceExperiment advance,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.suggestions = suggestions;
        this.histories = histories;
        this.advance = advance;
        this.events = events;
        this.clock = clock;
    }

    <T> T serve(ExperimentId id, ClientCall<T> call) {
        Line line = lines.compute(id, (key, present) -> {
            Line joined = present == null ? new Line() : present;
            joined.members++;
            return joined;
        });
        line.join(call);
        line.turn.lock();
        try {
            while (!call.isDone()) {
                serve(id, line.next());
            }
            return call.result();
        } finally {
            line.turn.unlock();
            lines.computeIfPresent(id, (key, left) -> --left.members == 0 ? null : left);
        }
    }

    /** What fails together is tried one by one, so that nobody pays for another's failure. */
    private void serve(ExperimentId id, List<ClientCall<?>> calls) {
        try {
            together(id, calls);
        } catch (RuntimeException e) {
            // It may hold outcomes that were rolled back.
            histories.forget(id);
            if (calls.size() == 1) {
                calls.get(0).refuse(e);
            } else {
                calls.forEach(call -> serve(id, List.of(call)));
            }
        } catch (Error e) {
            calls.forEach(call -> call.refuse(new IllegalStateException("the call could not be answered", e)));
            throw e;
        } finally {
            calls.forEach(ClientCall::finish);
        }
    }

    private void together(ExperimentId id, List<ClientCall<?>> calls) {
        experiments.hold(id, experiment -> {
            if (!experiment.spec().isExternal()) {
                throw new NotExternal(id);
            }
            List<Trial> recorded = histories.recorded(id);
            ClientRound round = new ClientRound(
                    experiment,
                    trials.unfinished(id),
                    suggestions.open(id),
                    ClientRound.lastSequence(recorded),
                    clock.instant());
            round.end(calls, trials::find);
            store(round.ended());
            round.give(calls, histories.with(id, recorded, round.ended()), advance);
            store(round.takenOver());
            if (!round.leases().isEmpty()) {
                suggestions.putAll(round.leases());
            }
            round.answer(calls);
            return id;
        });
    }

    private void store(List<Trial> changed) {
        if (!changed.isEmpty()) {
            trials.updateAll(changed);
            events.publishAll(changed.stream().map(ExperimentEvent::trial).toList());
        }
    }
}
