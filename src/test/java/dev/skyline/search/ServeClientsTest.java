package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.InMemorySuggestions;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialNotFound;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.AskTrials.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ServeClientsTest {

    private static final Optional<String> ANYBODY = Optional.empty();

    private final SearchBench bench = new SearchBench();
    private final Watched suggestions = new Watched();
    private final ServeClients clients = new ServeClients(
            bench.experiments,
            bench.trials,
            suggestions,
            bench.histories,
            bench.advance,
            event -> {},
            Clock.systemUTC());
    private final ExperimentId id = submit();
    private final List<Thread> threads = new ArrayList<>();

    /** Lets a test hold up a transaction or have it fail. Each transaction asks once for the open suggestions. */
    private final class Watched implements Suggestions {

        private final Suggestions stored = new InMemorySuggestions(bench.trials);
        private final CountDownLatch firstMayGoOn = new CountDownLatch(1);
        private volatile List<Integer> failing = List.of();
        private volatile int transactions;

        @Override
        public List<Suggestion> open(ExperimentId experiment) {
            int transaction = ++transactions;
            if (transaction == 1) {
                waitFor(firstMayGoOn);
            }
            if (failing.contains(transaction)) {
                throw new IllegalStateException("transaction " + transaction + " fails");
            }
            return stored.open(experiment);
        }

        @Override
        public void put(Suggestion suggestion) {
            stored.put(suggestion);
        }

        @Override
        public Optional<Suggestion> find(TrialId trial) {
            return stored.find(trial);
        }
    }

    private ExperimentId submit() {
        SearchBench.DraftBuilder draft = SearchBench.draft();
        draft.estimator = Optional.of(new PluginSpec("external", Map.of()));
        return bench.submit.submit(draft.build()).id();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private <T> FutureTask<T> inLine(ClientCall<T> call) {
        FutureTask<T> answer = new FutureTask<>(() -> clients.serve(id, call));
        Thread thread = new Thread(answer);
        threads.add(thread);
        thread.start();
        await().until(() ->
                thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        return answer;
    }

    private static TrialOutcome accuracy(double value) {
        return TrialOutcome.completed(Measurements.of(Measurement.measured(Metric.ACCURACY, value)), Optional.empty());
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void whatFailsTogetherIsTriedOneByOneAndOnlyWhoFailsAgainIsRefused() throws Exception {
        suggestions.failing = List.of(2, 4);
        FutureTask<Asked> first = inLine(new ClientCall.Ask(1, "first"));
        List<FutureTask<Asked>> others = List.of(
                inLine(new ClientCall.Ask(1, "a")),
                inLine(new ClientCall.Ask(1, "b")),
                inLine(new ClientCall.Ask(1, "c")));
        suggestions.firstMayGoOn.countDown();

        List<Integer> given = new ArrayList<>();
        given.add(first.get().trials().get(0).number());
        given.add(others.get(0).get().trials().get(0).number());
        assertThatThrownBy(others.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("transaction 4 fails");
        given.add(others.get(2).get().trials().get(0).number());
        assertThat(given).containsExactly(1, 2, 3);
        assertThat(suggestions.transactions).isEqualTo(5);
    }

    @Test
    void whatCannotBeUnderstoodHoldsUpNobodyElse() throws Exception {
        suggestions.firstMayGoOn.countDown();
        List<Trial> held = clients.serve(id, new ClientCall.Ask(2, "w")).trials();
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Trial> slow = inLine(new ClientCall.Tell(held.get(0).id(), ANYBODY, (experiment, trial) -> {
            waitFor(goOn);
            return accuracy(0.5);
        }));
        FutureTask<Trial> nonsense = inLine(new ClientCall.Tell(held.get(1).id(), ANYBODY, (experiment, trial) -> {
            throw new IllegalArgumentException("no such metric");
        }));
        FutureTask<Trial> unknown =
                inLine(new ClientCall.Tell(new TrialId(id, 99), ANYBODY, (experiment, trial) -> accuracy(0.7)));
        FutureTask<Trial> fine =
                inLine(new ClientCall.Tell(held.get(1).id(), ANYBODY, (experiment, trial) -> accuracy(0.6)));
        goOn.countDown();

        assertThat(slow.get().sequence()).hasValue(1);
        assertThat(fine.get().sequence()).hasValue(2);
        assertThatThrownBy(nonsense::get).hasRootCauseMessage("no such metric");
        assertThatThrownBy(unknown::get).hasCauseInstanceOf(TrialNotFound.class);
        assertThat(suggestions.transactions)
                .as("asked, told, and three together")
                .isEqualTo(3);
    }
}
