package dev.skyline.search;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.search.AskTrials.Asked;
import dev.skyline.search.TellTrial.Outcome;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a client wants of an experiment, and what it is answered. The answer counts only once the transaction in which it
 * was given is committed.
 */
abstract sealed class ClientCall<T> {

    private Supplier<T> answer;
    private boolean done;

    /** Asks for trials. */
    static final class Ask extends ClientCall<Asked> {

        final int count;
        final String client;

        Ask(int count, String client) {
            this.count = count;
            this.client = client;
        }
    }

    /** Tells the end of a trial. */
    static final class Tell extends ClientCall<Trial> {

        final TrialId trial;
        final Optional<String> client;
        final Outcome outcome;

        Tell(TrialId trial, Optional<String> client, Outcome outcome) {
            this.trial = trial;
            this.client = client;
            this.outcome = outcome;
        }
    }

    void answer(T value) {
        answer = () -> value;
    }

    void refuse(RuntimeException why) {
        answer = () -> {
            throw why;
        };
    }

    void finish() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    /** The answer, or the exception in its place. */
    T result() {
        return answer.get();
    }
}
