package dev.skyline.api.event;

import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves event streams for as long as the service runs. */
@Component
class EventService implements SmartLifecycle, DisposableBean {

    private static final int SENDERS = 8;
    private static final long UNLIMITED = 0;

    private final EventStream stream;
    private final long keepAliveMillis;
    private final ThreadPoolExecutor senders;
    private final EventHub hub;
    private ScheduledExecutorService clock;

    /** @param keepAliveMillis between two signs of life */
    EventService(EventStream stream, @Value("${skyline.events.keep-alive-millis:15000}") long keepAliveMillis) {
        this.stream = stream;
        this.keepAliveMillis = keepAliveMillis;
        this.senders = new ThreadPoolExecutor(
                SENDERS, SENDERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads("events-"));
        senders.allowCoreThreadTimeOut(true);
        this.hub = new EventHub(senders);
    }

    /** A stream that begins with the experiment's present state. */
    SseEmitter watch(Experiment experiment) {
        SseEmitter emitter = new SseEmitter(UNLIMITED);
        EventClient client = hub.add(experiment.id(), new EmitterConnection(emitter));
        emitter.onCompletion(() -> hub.remove(experiment.id(), client));
        emitter.onError(failure -> hub.remove(experiment.id(), client));
        hub.tell(client, ExperimentEvent.state(experiment));
        return emitter;
    }

    int clients() {
        return hub.size();
    }

    @Override
    public synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(threads("events-keep-alive-"));
        clock.scheduleAtFixedRate(hub::keepAlive, keepAliveMillis, keepAliveMillis, TimeUnit.MILLISECONDS);
        hub.start(stream);
    }

    @Override
    public synchronized void stop() {
        hub.stop();
        clock.shutdownNow();
        clock = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    /** Ends before the web server waits for open requests: these never end by themselves. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void destroy() {
        senders.shutdown();
    }

    private record EmitterConnection(SseEmitter emitter) implements EventClient.Connection {

        @Override
        public void send(Message message) throws IOException {
            SseEmitter.SseEventBuilder builder = SseEmitter.event();
            message.event()
                    .ifPresentOrElse(
                            event -> builder.id(Long.toString(message.id()))
                                    .name(event.type())
                                    .data(event.data()),
                            () -> builder.comment(" keep-alive"));
            emitter.send(builder);
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }

    private static ThreadFactory threads(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }
}
