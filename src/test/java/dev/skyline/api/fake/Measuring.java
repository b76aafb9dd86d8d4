package dev.skyline.api.fake;

import dev.skyline.hardware.agent.Agent;
import dev.skyline.hardware.agent.Agent.Session;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import dev.skyline.hardware.agent.AgentTokens;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.HardwareReport;
import dev.skyline.hardware.agent.Lease;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.MeasuringOrder;
import dev.skyline.hardware.agent.MeasuringTerms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scenario's agent, which has just been given a model to measure. */
public final class Measuring {

    public static final String TARGET = "pi4";
    public static final String TOKEN = "6f1c2d3e4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978";
    public static final String INSTANCE = "raspberrypi-10000000abcdef01";
    public static final UUID SESSION = UUID.fromString("5b0c9a34-7d1e-4f26-9a83-0e6f1d2c3b4a");
    public static final UUID JOB = UUID.fromString("2d4f6a8c-1b3e-4c5d-8e7f-90a1b2c3d4e5");
    public static final UUID LEASE = UUID.fromString("3f0e8a52-6c1d-4b7e-8a90-5b4c3d2e1f00");

    static final byte[] MODEL = "onnx".getBytes(StandardCharsets.UTF_8);

    private Measuring() {}

    static void begin(Agents agents) {
        agents.admit(TARGET, AgentTokens.hash(TOKEN));
        HardwareReport board = new HardwareReport(
                "Raspberry Pi 4 Model B", 4, 4_026_531_840L, "Linux 6.12 aarch64", "onnxruntime 1.29.0");
        Session session = new Session(SESSION, INSTANCE, board, Scenario.NOW, false);
        agents.change(TARGET, agent -> new Agent(TARGET, agent.tokenHash(), Optional.of(session)));
    }

    static MeasuringJob job() {
        return new MeasuringJob(
                JOB,
                new MeasuringOrder(TARGET, AgentTokens.hash("onnx"), new MeasuringTerms(Provider.CPU, 1, 1, 1)),
                MeasuringJob.State.LEASED,
                1,
                Optional.of(new Lease(LEASE, Scenario.NOW, Scenario.NOW.plus(Lease.SPAN))),
                List.of(),
                "",
                "",
                false,
                Scenario.NOW.plusSeconds(600));
    }
}
