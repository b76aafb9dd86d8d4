package dev.skyline.persistence.agent;

import dev.skyline.hardware.agent.Agent.Session;
import dev.skyline.hardware.agent.HardwareReport;

import java.time.Instant;
import java.util.UUID;

/** A session as it is stored. */
record SessionDocument(UUID id, String instance, HardwareReport hardware, Instant seenAt, boolean over) {

    static SessionDocument of(Session session) {
        return new SessionDocument(
                session.id(), session.instance(), session.hardware(), session.seenAt(), session.over());
    }

    Session session() {
        return new Session(id, instance, hardware, seenAt, over);
    }
}
