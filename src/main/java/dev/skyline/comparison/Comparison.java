package dev.skyline.comparison;

import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.List;

/**
 * Several strategies on one search, each with the same seeds.
 *
 * @param strategies two or more, settings complete
 * @param runs one for every strategy and seed, by strategy and then by seed
 */
public record Comparison(
        ComparisonId id, String name, List<PluginSpec> strategies, List<ComparisonRun> runs, Instant createdAt) {

    public Comparison {
        strategies = List.copyOf(strategies);
        runs = List.copyOf(runs);
        if (strategies.size() < 2) {
            throw new IllegalArgumentException("a comparison needs two or more strategies, not " + strategies.size());
        }
    }
}
