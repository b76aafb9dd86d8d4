package dev.skyline.hardware;

import java.util.Map;

/** What is known of how well the models of targets predict. It goes with its target. */
public interface ModelQualities {

    /** Keeps it; does nothing where the target is gone. */
    void put(String target, ModelQuality quality);

    /** All, by the name of the target. */
    Map<String, ModelQuality> all();
}
