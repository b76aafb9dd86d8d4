package dev.skyline.config;

import dev.skyline.export.ExportFailed;
import dev.skyline.export.UntrainedModel;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.agent.AgentSettings;
import dev.skyline.hardware.agent.AgentTarget;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.JobQueue;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.Plugin;

import java.time.Clock;

/** What targets of kind agent are made of. */
record AgentWiring(JobQueue queue, Agents agents, UntrainedModel untrained, Clock clock) {

    Plugin<AgentSettings, TargetContext, HardwareTarget> plugin() {
        return new Plugin<>(
                AgentSettings.KIND,
                "Another machine, on which an agent measures under ONNX Runtime or whatever runs there.",
                "",
                AgentSettings.class,
                (settings, context) -> new AgentTarget(context.name(), settings, queue, agents, this::model, clock));
    }

    private byte[] model(Candidate candidate) {
        try {
            return untrained.onnx(
                    candidate.network().withoutDeadNodes(),
                    candidate.architecture().text());
        } catch (ExportFailed e) {
            throw new MeasurementFailed(e.code(), e.getMessage());
        }
    }
}
