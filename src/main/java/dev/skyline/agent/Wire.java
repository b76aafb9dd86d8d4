package dev.skyline.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import java.util.UUID;

/** What the service says; fields that are not needed here are left out. */
final class Wire {

    private Wire() {}

    /** Answer to a registration. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Registration(String target, UUID session, int heartbeatSeconds) {}

    /** A job. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Job(
            UUID id,
            UUID lease,
            String model,
            String modelUrl,
            String provider,
            int batchSize,
            int threads,
            double maxSeconds) {}

    /** Answer to a heartbeat. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Heartbeat(boolean held) {}

    /** Answer to a result. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(boolean repeat) {}

    /** A refusal. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(String detail) {}
}
