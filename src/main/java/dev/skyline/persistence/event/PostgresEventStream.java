package dev.skyline.persistence.event;

import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.persistence.DatabaseServer;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Listens on a connection of its own and hands what comes to the subscribers, one event after the other. A broken
 * connection is opened again; what is published meanwhile is lost, so subscribers must not rely on events alone.
 */
@Component
class PostgresEventStream implements EventStream, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEventStream.class);

    private static final int RECONNECT_MILLIS = 1000;

    private final DatabaseServer server;
    private final Map<Object, Consumer<ExperimentEvent>> subscribers = new ConcurrentHashMap<>();
    private volatile Listening listening;

    PostgresEventStream(DatabaseServer server) {
        this.server = server;
    }

    @Override
    public Subscription subscribe(Consumer<ExperimentEvent> subscriber) {
        Object key = new Object();
        subscribers.put(key, subscriber);
        return () -> subscribers.remove(key);
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            listening = new Listening();
            listening.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            listening.end();
            listening = null;
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    /** Before everything that publishes or subscribes, and after it when the service ends. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void hand(PGNotification notification) {
        ExperimentEvent event;
        try {
            event = EventDocument.read(notification.getParameter());
        } catch (RuntimeException e) {
            LOG.warn("not an event: {}", notification.getParameter(), e);
            return;
        }
        subscribers.values().forEach(subscriber -> {
            try {
                subscriber.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("a subscriber failed on {}", event, e);
            }
        });
    }

    /** The thread that listens, from one start to the next stop. */
    private final class Listening extends Thread {

        private volatile boolean ended;
        private volatile Connection connection;

        Listening() {
            super("skyline-events");
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!ended) {
                try (Listener listener = Listener.open(server.access())) {
                    connection = listener.connection();
                    while (!ended) {
                        listener.await().forEach(PostgresEventStream.this::hand);
                    }
                } catch (SQLException | RuntimeException e) {
                    if (!ended) {
                        LOG.warn("cannot listen for events, trying again: {}", e.toString());
                        pause();
                    }
                }
            }
        }

        private void pause() {
            try {
                Thread.sleep(RECONNECT_MILLIS);
            } catch (InterruptedException e) {
                LOG.debug("woken up to end", e);
            }
        }

        void end() {
            ended = true;
            interrupt();
            Connection open = connection;
            try {
                if (open != null) {
                    open.abort(Runnable::run);
                }
                join();
            } catch (SQLException e) {
                LOG.warn("the listening connection does not close", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
