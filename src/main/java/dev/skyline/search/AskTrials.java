package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;

import java.time.Instant;
import java.util.List;

/**
 * Hands trials to a client that trains by itself: those that it has already, then those of clients that have fallen
 * silent, then new ones. So asking again after a lost answer, or a crash, costs nothing.
 */
public final class AskTrials {

    /** Most trials that one client may have at a time. */
    public static final int MAX_COUNT = 1000;

    private final ServeClients clients;

    /**
     * What a client gets.
     *
     * @param state of the experiment; where it has ended there is nothing more to ask for
     * @param trials running, at most as many as were asked for; none where the experiment is paused, has ended, or waits
     *     for the outcomes of others
     * @param leaseUntil when the client must have let hear of itself
     */
    public record Asked(ExperimentState state, List<Trial> trials, Instant leaseUntil) {}

    public AskTrials(ServeClients clients) {
        this.clients = clients;
    }

    /**
     * @param count 1 to {@link #MAX_COUNT}
     * @throws NotExternal where the experiment evaluates its trials by itself
     */
    public Asked ask(ExperimentId id, int count, String client) {
        return clients.serve(id, new ClientCall.Ask(count, client));
    }
}
