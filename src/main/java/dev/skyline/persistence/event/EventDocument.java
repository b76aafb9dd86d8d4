package dev.skyline.persistence.event;

import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.persistence.Json;

import java.util.Map;
import java.util.UUID;

/** An event as it travels. PostgreSQL takes up to 8,000 bytes. */
record EventDocument(UUID experiment, String type, Map<String, Object> data) {

    /** Name of the channel. */
    static final String CHANNEL = "skyline";

    static String write(ExperimentEvent event) {
        return Json.write(new EventDocument(event.experiment().value(), event.type(), event.data()));
    }

    static ExperimentEvent read(String payload) {
        EventDocument document = Json.read(payload, EventDocument.class);
        return new ExperimentEvent(new ExperimentId(document.experiment()), document.type(), document.data());
    }
}
