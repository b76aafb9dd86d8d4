package dev.skyline.api.event;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * A client that watches an experiment. Messages wait in a queue of its own and are sent in order, by one thread at a time;
 * a client that does not keep up is dropped, and comes back by itself.
 */
final class EventClient {

    private static final int QUEUED = 1000;

    private final Connection connection;
    private final Executor executor;
    private final Deque<Message> queue = new ArrayDeque<>();
    private boolean sending;
    private boolean ended;

    /** The way to a client. */
    interface Connection {

        /**
         * @throws IOException where the client is gone
         */
        void send(Message message) throws IOException;

        void end();
    }

    /** @param executor whose threads may wait for slow clients */
    EventClient(Connection connection, Executor executor) {
        this.connection = connection;
        this.executor = executor;
    }

    /** Returns at once. */
    synchronized void send(Message message) {
        if (ended) {
            return;
        }
        if (queue.size() == QUEUED) {
            end();
            return;
        }
        queue.add(message);
        if (!sending) {
            sending = true;
            executor.execute(this::sendOne);
        }
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** Returns at once: closing a connection waits for a message that is just being sent. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            queue.clear();
            executor.execute(connection::end);
        }
    }

    private void sendOne() {
        Message message = next();
        if (message == null) {
            return;
        }
        try {
            connection.send(message);
            executor.execute(this::sendOne);
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private synchronized Message next() {
        Message message = queue.poll();
        sending = message != null;
        return message;
    }
}
