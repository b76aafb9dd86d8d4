package dev.skyline.hardware.agent;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelTarget;
import dev.skyline.hardware.Sha256;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another machine, on which an agent measures. Waits for it: whoever is interrupted while it waits, and measures the same
 * again, finds what the agent has reported meanwhile.
 */
public final class AgentTarget implements HardwareTarget, ModelTarget {

    /** Code of the failure that no agent was there to measure. */
    public static final String SILENT = "AgentSilent";

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long a job is handed out after whoever waits for it was last heard of. */
    private static final Duration WANTED = Duration.ofSeconds(60);

    private static final long LARGEST_MODEL = 64L << 20;

    private final String name;
    private final AgentSettings settings;
    private final JobQueue queue;
    private final Agents agents;
    private final Function<Candidate, byte[]> untrained;
    private final Clock clock;
    private final Duration poll;

    /**
     * @param name under which the measurements are filed
     * @param untrained writes a candidate that has no trained model as an ONNX file, equal for equal networks
     */
    public AgentTarget(
            String name,
            AgentSettings settings,
            JobQueue queue,
            Agents agents,
            Function<Candidate, byte[]> untrained,
            Clock clock) {
        this(name, settings, queue, agents, untrained, clock, POLL);
    }

    AgentTarget(
            String name,
            AgentSettings settings,
            JobQueue queue,
            Agents agents,
            Function<Candidate, byte[]> untrained,
            Clock clock,
            Duration poll) {
        this.name = name;
        this.settings = settings;
        this.queue = queue;
        this.agents = agents;
        this.untrained = untrained;
        this.clock = clock;
        this.poll = poll;
    }

    @Override
    public Measurements measure(Candidate candidate) throws InterruptedException {
        return measure(candidate.model().map(AgentTarget::read).orElseGet(() -> untrained.apply(candidate)));
    }

    @Override
    public Optional<Measurements> measure(Path model) throws InterruptedException {
        return Optional.of(measure(read(model)));
    }

    @Override
    public boolean isThere(Instant since) {
        Instant now = clock.instant();
        return requireAgent(since, now).isConnected(now);
    }

    private Measurements measure(byte[] model) throws InterruptedException {
        Instant now = clock.instant();
        MeasuringJob job =
                queue.ask(new MeasuringOrder(name, Sha256.of(model), settings.terms()), model, now, now.plus(WANTED));
        MeasuringJob over = await(job, now);
        LatencyReport latency = over.result().orElseThrow(() -> new MeasurementFailed(over.code(), over.message()));
        queue.change(over.id(), MeasuringJob::taken);
        return latency.measurements(name);
    }

    private MeasuringJob await(MeasuringJob asked, Instant began) throws InterruptedException {
        MeasuringJob job = asked;
        while (!job.state().isOver()) {
            Thread.sleep(poll.toMillis());
            Instant now = clock.instant();
            requireAgent(began, now);
            Optional<MeasuringJob> found = job.wantedUntil().isBefore(now.plus(WANTED.dividedBy(2)))
                    ? queue.change(job.id(), known -> known.wanted(now.plus(WANTED)))
                    : queue.find(job.id());
            job = found.orElseThrow(() -> deleted());
        }
        return job;
    }

    /** An agent that lives may have others to measure first, however long that takes. */
    private Agent requireAgent(Instant began, Instant now) {
        Agent agent = agents.find(name).orElseThrow(() -> deleted());
        Instant since = agent.session()
                .map(Agent.Session::seenAt)
                .filter(began::isBefore)
                .orElse(began);
        if (!now.isBefore(since.plus(settings.patienceSpan()))) {
            throw new MeasurementFailed(
                    SILENT,
                    "no agent has been heard of on '" + name + "' for " + settings.patience()
                            + " min; start one there, or give its setting patience a greater value");
        }
        return agent;
    }

    private MeasurementFailed deleted() {
        return new MeasurementFailed("AgentGone", "the hardware target '" + name + "' was deleted");
    }

    private static byte[] read(Path model) {
        try {
            if (Files.size(model) > LARGEST_MODEL) {
                throw new MeasurementFailed(
                        "ModelTooLarge", "agents measure models of up to " + (LARGEST_MODEL >> 20) + " MB");
            }
            return Files.readAllBytes(model);
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + model + " cannot be read", e);
        }
    }
}
