package dev.skyline.api.fake;

import dev.skyline.experiment.Experiments;
import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.InMemoryCalibrations;
import dev.skyline.hardware.InMemoryQualities;
import dev.skyline.hardware.MemoryDocuments;
import dev.skyline.hardware.agent.MemoryAgents;
import dev.skyline.hardware.agent.MemoryQueue;
import dev.skyline.hardware.agent.ServeAgents;
import dev.skyline.search.Calibrators;
import dev.skyline.search.Catalogue;
import dev.skyline.search.DefineTarget;
import dev.skyline.search.EditTargets;
import dev.skyline.search.LatencySources;
import dev.skyline.search.ReadQuality;
import dev.skyline.search.TestTarget;
import dev.skyline.space.StoredSpaces;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** Hardware targets and their agents in the {@link Scenario}. */
@TestConfiguration
class FakeDevices {

    private final MemoryTargets targets = new MemoryTargets();
    private final InMemoryCalibrations calibrations = new InMemoryCalibrations();
    private final InMemoryQualities qualities = new InMemoryQualities();
    private final DraftDocuments documents = new DraftDocuments(new MemoryDocuments());
    private final MemoryAgents agents = new MemoryAgents();
    private final MemoryQueue jobs = new MemoryQueue();

    final void reset() {
        targets.clear();
        targets.add(Scenario.host());
        calibrations.clear();
        qualities.clear();
        agents.clear();
        Measuring.begin(agents);
        jobs.clear();
        jobs.put(Measuring.job(), Measuring.MODEL);
    }

    @Bean
    HardwareTargets targets() {
        return targets;
    }

    @Bean
    MemoryAgents agents() {
        return agents;
    }

    @Bean
    MemoryQueue jobs() {
        return jobs;
    }

    @Bean
    ServeAgents serveAgents(Clock clock) {
        return new ServeAgents(agents, jobs, clock);
    }

    @Bean
    EditTargets editTargets(Experiments experiments) {
        return new EditTargets(targets, experiments);
    }

    @Bean
    DraftDocuments documents() {
        return documents;
    }

    @Bean
    DefineTarget defineTarget(Catalogue catalogue, LatencySources sources, StoredSpaces spaces, Clock clock) {
        Calibrators calibrators = new Calibrators(catalogue, targets, documents);
        return new DefineTarget(catalogue, targets, documents, calibrators, sources, qualities, spaces, clock);
    }

    @Bean
    InMemoryCalibrations calibrations() {
        return calibrations;
    }

    @Bean
    InMemoryQualities qualities() {
        return qualities;
    }

    @Bean
    ReadQuality readQuality(Catalogue catalogue) {
        return new ReadQuality(catalogue, targets);
    }

    @Bean
    TestTarget testTarget(Catalogue catalogue, StoredSpaces spaces) {
        return new TestTarget(catalogue, spaces);
    }
}
