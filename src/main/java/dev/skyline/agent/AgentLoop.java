package dev.skyline.agent;

import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.hardware.agent.HardwareReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for jobs, one after the other, and reports on each until the service has heard it. What the service does not know
 * any more is measured again by whoever gets it then, so nothing is kept over a restart.
 */
final class AgentLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long REFUSED_PAUSE_MILLIS = 5000;

    /** What made a run unsteady may be over by then. */
    private static final long UNSTEADY_PAUSE_MILLIS = 1000;

    private final ServiceClient service;
    private final String instance;
    private final HardwareReport hardware;
    private final Measurer measurer;
    private final Insistence insistence = new Insistence(FIRST_PAUSE_MILLIS);
    private final ExecutorService bench = Executors.newSingleThreadExecutor(work -> new Thread(work, "bench"));
    private Wire.Registration registration;

    AgentLoop(ServiceClient service, String instance, HardwareReport hardware, Measurer measurer) {
        this.service = service;
        this.instance = instance;
        this.hardware = hardware;
        this.measurer = measurer;
    }

    /**
     * Measures until it is interrupted.
     *
     * @throws AgentUnwanted where the service will have nothing to do with this agent
     */
    void run() throws InterruptedException {
        while (true) {
            register();
            LOG.info("Measuring for '{}' on {}, {} cores", registration.target(), hardware.cpu(), hardware.cores());
            try {
                while (true) {
                    Optional<Wire.Job> job = insistence.insist(() -> service.next(registration.session()));
                    if (job.isPresent()) {
                        perform(job.get());
                    }
                }
            } catch (ServiceRefusal e) {
                LOG.warn("The session is over: {}", e.getMessage());
            }
        }
    }

    private void register() throws InterruptedException {
        registration = null;
        while (registration == null) {
            try {
                registration = insistence.insist(() -> service.register(instance, hardware));
            } catch (ServiceRefusal e) {
                if (!e.isConflict()) {
                    throw new AgentUnwanted("the service does not take this agent: " + e.getMessage());
                }
                LOG.warn("Refused: {}", e.getMessage());
                Thread.sleep(REFUSED_PAUSE_MILLIS);
            }
        }
    }

    private void perform(Wire.Job job) throws InterruptedException {
        try {
            Optional<AgentReport> report = measure(job);
            if (report.isPresent()) {
                tell(job, report.get());
            }
        } catch (MeasurementFailed e) {
            tell(job, e);
        } catch (ServiceRefusal e) {
            if (e.isConflict()) {
                LOG.warn("Job {} is dropped: {}", job.id(), e.getMessage());
            } else {
                tell(job, new MeasurementFailed("ReportRefused", e.getMessage()));
            }
        }
    }

    /** Measures on another thread, and says on this one that the agent lives. Empty where the service wants it no more. */
    private Optional<AgentReport> measure(Wire.Job job) throws InterruptedException, ServiceRefusal {
        Future<AgentReport> measuring = bench.submit(() -> insistence.insist(() -> measurer.measure(job)));
        try {
            while (true) {
                try {
                    return Optional.of(measuring.get(registration.heartbeatSeconds(), TimeUnit.SECONDS));
                } catch (TimeoutException e) {
                    if (!isWanted(job)) {
                        LOG.warn("Job {} is given up: the service has given it away", job.id());
                        return Optional.empty();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            measuring.cancel(true);
        }
    }

    private boolean isWanted(Wire.Job job) throws InterruptedException, ServiceRefusal {
        try {
            return service.heartbeat(registration.session(), job);
        } catch (IOException e) {
            LOG.warn("The service does not hear that the agent lives: {}", e.toString());
            return true;
        }
    }

    private static ServiceRefusal cause(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ServiceRefusal refusal) {
            return refusal;
        }
        if (cause instanceof MeasurementFailed failure) {
            throw failure;
        }
        if (cause instanceof AgentUnwanted unwanted) {
            throw unwanted;
        }
        LOG.error("The measurement broke", cause);
        throw new MeasurementFailed("AgentFailed", "the agent broke over it: " + cause);
    }

    private void tell(Wire.Job job, AgentReport report) throws InterruptedException, ServiceRefusal {
        boolean repeat = insistence.insist(() -> service.report(job, report));
        LOG.info(
                "Job {}: {} ms, p95 {} ms, {} repetitions{}",
                job.id(),
                report.latency().medianMillis(),
                report.latency().p95Millis(),
                report.latency().repetitions(),
                report.latency().steady() ? "" : ", unsteady");
        if (repeat) {
            Thread.sleep(UNSTEADY_PAUSE_MILLIS);
        }
    }

    private void tell(Wire.Job job, MeasurementFailed failure) throws InterruptedException {
        LOG.warn("Job {} failed: {}", job.id(), failure.getMessage());
        // A crash of the measuring process is the model's doing, and no reason to train it again.
        String code = failure.code().equals("WorkerLost") ? "ModelCrashed" : failure.code();
        try {
            insistence.insist(() -> {
                service.fail(job, code, failure.getMessage());
                return true;
            });
        } catch (ServiceRefusal e) {
            LOG.warn("Job {} is dropped: {}", job.id(), e.getMessage());
        }
    }

    /** Says farewell, so that another agent need not wait until this one is taken to be gone. */
    @Override
    public void close() {
        bench.shutdownNow();
        UUID session = registration == null ? null : registration.session();
        boolean interrupted = Thread.interrupted();
        try {
            if (session != null) {
                service.leave(session);
            }
        } catch (IOException | ServiceRefusal e) {
            LOG.warn("The service does not hear that the agent stops: {}", e.getMessage());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
