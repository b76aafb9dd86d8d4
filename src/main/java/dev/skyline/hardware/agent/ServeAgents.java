package dev.skyline.hardware.agent;

import dev.skyline.hardware.agent.Agent.Session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What agents ask and report. Whoever calls has made sure that the agent may speak for the target. */
public final class ServeAgents {

    private final Agents agents;
    private final JobQueue queue;
    private final Clock clock;

    public ServeAgents(Agents agents, JobQueue queue, Clock clock) {
        this.agents = agents;
        this.queue = queue;
        this.clock = clock;
    }

    /** Makes a token for the agent of a target; one that was made before is worth nothing any more. */
    public String admit(String target) {
        String token = AgentTokens.make();
        agents.admit(target, AgentTokens.hash(token));
        queue.release(target);
        return token;
    }

    /**
     * An agent has started. What it was given before is lost, so it is given away again.
     *
     * @throws AgentRefused where another one is there
     */
    public Session register(String target, String instance, HardwareReport hardware) {
        Agent agent = agents.change(
                        target, known -> known.registered(UUID.randomUUID(), instance, hardware, clock.instant()))
                .orElseThrow(() -> gone(target));
        queue.release(target);
        return agent.session().orElseThrow();
    }

    /**
     * An agent wants the next job, so it has none: where it was given one, that is lost.
     *
     * @throws AgentRefused where this is no longer the session of the target's agent
     */
    public void begin(String target, UUID session) {
        seen(target, session);
        queue.release(target);
    }

    /**
     * The next job, leased; empty where there is none at present.
     *
     * @throws AgentRefused where this is no longer the session of the target's agent
     */
    public Optional<MeasuringJob> next(String target, UUID session) {
        agents.find(target).orElseThrow(() -> gone(target)).seen(session, clock.instant());
        Optional<MeasuringJob> job = handOut(target);
        while (job.isPresent() && job.get().state() != MeasuringJob.State.LEASED) {
            job = handOut(target);
        }
        return job;
    }

    private Optional<MeasuringJob> handOut(String target) {
        Instant now = clock.instant();
        return queue.handOut(target, now, job -> job.handedOut(Lease.begin(UUID.randomUUID(), now)));
    }

    /**
     * The ONNX file of a job.
     *
     * @throws AgentRefused where the agent has the job no more
     */
    public byte[] model(String target, UUID job, UUID lease) {
        find(target, job).requireHeld(lease, clock.instant());
        return queue.model(job).orElseThrow(() -> new NoSuchJob(job));
    }

    /**
     * An agent lives; renews the lease that it has, if any.
     *
     * @return whether it still has the job of the lease
     * @throws AgentRefused where this is no longer the session of the target's agent
     */
    public boolean heartbeat(String target, UUID session, Optional<UUID> job, Optional<UUID> lease) {
        seen(target, session);
        if (job.isEmpty() || lease.isEmpty()) {
            return false;
        }
        find(target, job.get());
        Instant now = clock.instant();
        return queue.change(job.get(), known -> known.renewed(lease.get(), now))
                .filter(known -> known.isHeld(lease.get(), now))
                .isPresent();
    }

    /**
     * Takes a result. The same result may be told again.
     *
     * @param measured the report of a measurement under these terms
     * @return the job, which may have to be measured again
     * @throws AgentRefused where the agent has the job no more
     * @throws InvalidReport where the result cannot be
     */
    public MeasuringJob report(String target, UUID job, UUID lease, Function<MeasuringTerms, AgentReport> measured) {
        AgentReport report = measured.apply(find(target, job).order().terms());
        return queue.change(job, known -> known.reported(lease, report, clock.instant()))
                .orElseThrow(() -> new NoSuchJob(job));
    }

    /**
     * Takes note that a model cannot be measured. The same may be told again.
     *
     * @param code upper camel
     * @throws AgentRefused where the agent has the job no more
     */
    public void fail(String target, UUID job, UUID lease, String code, String message) {
        find(target, job);
        queue.change(job, known -> known.failed(lease, code, message, clock.instant()));
    }

    /**
     * An agent stops; what it has goes to the next one.
     *
     * @throws AgentRefused where this is no longer the session of the target's agent
     */
    public void leave(String target, UUID session) {
        agents.change(target, known -> known.left(session, clock.instant())).orElseThrow(() -> gone(target));
        queue.release(target);
    }

    private void seen(String target, UUID session) {
        agents.change(target, known -> known.seen(session, clock.instant())).orElseThrow(() -> gone(target));
    }

    private MeasuringJob find(String target, UUID id) {
        return queue.find(id).filter(job -> job.order().target().equals(target)).orElseThrow(() -> new NoSuchJob(id));
    }

    private static AgentRefused gone(String target) {
        return new AgentRefused("the hardware target '" + target + "' has been deleted");
    }
}
