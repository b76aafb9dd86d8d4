package dev.skyline.api.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether what was evaluated before is used again. */
public enum Memory {
    @JsonProperty("on")
    ON,
    @JsonProperty("off")
    OFF
}
