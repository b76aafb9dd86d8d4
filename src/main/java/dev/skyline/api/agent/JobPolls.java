package dev.skyline.api.agent;

import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.ServeAgents;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Agents that wait for a job, at most one for each target: an earlier call of an agent that calls again is one whose
 * connection is gone.
 */
@Component
class JobPolls implements SmartLifecycle {

    private static final long INTERVAL_MILLIS = 200;

    private final ServeAgents serve;
    private final Map<String, Object> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;

    JobPolls(ServeAgents serve) {
        this.serve = serve;
    }

    /** The next job; empty where none came within the limit, or the service stops. */
    Optional<MeasuringJob> await(String target, UUID session, Duration limit) throws InterruptedException {
        Object turn = new Object();
        waiting.put(target, turn);
        try {
            serve.begin(target, session);
            long end = System.nanoTime() + limit.toNanos();
            Optional<MeasuringJob> job = serve.next(target, session);
            while (job.isEmpty() && running && waiting.get(target) == turn && System.nanoTime() < end) {
                Thread.sleep(INTERVAL_MILLIS);
                if (waiting.get(target) == turn) {
                    job = serve.next(target, session);
                }
            }
            return job;
        } finally {
            waiting.remove(target, turn);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
