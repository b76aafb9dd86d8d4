package dev.skyline.hardware.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Jobs in the order in which they were first asked for. */
public final class MemoryQueue implements JobQueue {

    private final Map<UUID, MeasuringJob> jobs = new LinkedHashMap<>();
    private final Map<UUID, byte[]> models = new HashMap<>();

    public synchronized void clear() {
        jobs.clear();
        models.clear();
    }

    /** Keeps a job as it is. */
    public synchronized void put(MeasuringJob job, byte[] model) {
        jobs.put(job.id(), job);
        models.put(job.id(), model);
    }

    public synchronized List<MeasuringJob> all() {
        return new ArrayList<>(jobs.values());
    }

    @Override
    public synchronized MeasuringJob ask(MeasuringOrder order, byte[] model, Instant now, Instant wantedUntil) {
        MeasuringJob job = jobs.values().stream()
                .filter(known -> known.order().equals(order))
                .findFirst()
                .map(known -> known.askedAgain(wantedUntil))
                .orElseGet(() -> MeasuringJob.asked(UUID.randomUUID(), order, wantedUntil));
        put(job, model);
        return job;
    }

    @Override
    public synchronized Optional<MeasuringJob> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized Optional<MeasuringJob> handOut(String target, Instant now, UnaryOperator<MeasuringJob> change) {
        return jobs.values().stream()
                .filter(job -> job.order().target().equals(target) && job.isFree(now))
                .findFirst()
                .flatMap(job -> change(job.id(), change));
    }

    @Override
    public synchronized Optional<MeasuringJob> change(UUID id, UnaryOperator<MeasuringJob> change) {
        return Optional.ofNullable(jobs.computeIfPresent(id, (key, job) -> change.apply(job)));
    }

    @Override
    public synchronized void release(String target) {
        jobs.replaceAll((id, job) -> job.order().target().equals(target) ? job.released() : job);
    }

    @Override
    public synchronized Optional<byte[]> model(UUID id) {
        return Optional.ofNullable(models.get(id));
    }
}
