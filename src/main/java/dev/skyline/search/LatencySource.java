package dev.skyline.search;

import dev.skyline.plugin.PluginSpec;

import java.util.List;

/** Latencies that the service has. The same architectures come in the same order, always. */
interface LatencySource {

    /** The setting of a target that names it. */
    String setting();

    /** For people. */
    String title();

    /** Of its architectures, with all settings. */
    PluginSpec space();

    /** Shape of a sample: {@code [channels, height, width]} or {@code [features]}. */
    List<Integer> input();

    int classes();

    /** Those that it has latencies of. */
    List<String> devices();

    /** The architectures that it has a latency of on a device. */
    List<String> measured(String device);

    /** In ms; NaN where it has none. */
    double latency(String architecture, String device);
}
