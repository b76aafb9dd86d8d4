package dev.skyline.hardware.agent;

import dev.skyline.SettableClock;
import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetContract;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import dev.skyline.network.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Timeout(30)
class AgentTargetContractTest extends HardwareTargetContract {

    private final SettableClock clock = new SettableClock();
    private final MemoryQueue queue = new MemoryQueue();
    private final MemoryAgents agents = new MemoryAgents();
    private final ServeAgents serve = new ServeAgents(agents, queue, clock);
    private final ExecutorService boards = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        boards.shutdownNow();
    }

    @Override
    public String id() {
        return AgentSettings.KIND;
    }

    @Override
    protected HardwareTarget target(String name) {
        if (agents.find(name).isEmpty()) {
            serve.admit(name);
            UUID session = serve.register(name, "board", new HardwareReport("c", 1, 1, "o", "r"))
                    .id();
            boards.submit(() -> measureForEver(name, session));
        }
        return new AgentTarget(
                name,
                new AgentSettings(Provider.CPU, 1, 1, 1, 10),
                queue,
                agents,
                candidate -> candidate.architecture().text().getBytes(StandardCharsets.UTF_8),
                clock,
                Duration.ofMillis(1));
    }

    private Void measureForEver(String name, UUID session) throws InterruptedException {
        while (true) {
            serve.begin(name, session);
            Optional<MeasuringJob> job = serve.next(name, session);
            job.ifPresent(taken ->
                    serve.report(name, taken.id(), taken.lease().orElseThrow().id(), terms -> AgentReports.steady(4)));
            Thread.sleep(1);
        }
    }

    @Override
    protected Candidate candidate() {
        return new Candidate(Architecture.of("a cell"), null, 1, Optional.empty());
    }
}
