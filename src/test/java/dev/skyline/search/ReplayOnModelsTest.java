package dev.skyline.search;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.network.Costs;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;

/** Replays of searches that know beforehand what an architecture costs, by a table, a predictor and their aggregate. */
class ReplayOnModelsTest {

    private static final Map<String, Object> SETTINGS = Map.of("nodes", 3, "channels", 4, "cells", 1);
    private static final PluginSpec CELLS = new PluginSpec("nas-bench-201", SETTINGS);

    private final SearchBench bench = new SearchBench();

    @BeforeEach
    void describe() {
        StringBuilder csv = new StringBuilder("architecture,latency\n");
        SearchSpace cells = Spaces.plugins().create(CELLS, Task.of(List.of(1, 8, 8), 2));
        ((SearchSpace.Enumerable) cells)
                .all()
                .forEach(cell -> csv.append(cell.text())
                        .append(',')
                        .append(1 + Costs.of(cells.decode(cell)).macs() / 1e4)
                        .append('\n'));
        add("listed", PluginSpec.of("table"), csv.toString());
        add(
                "learnt",
                new PluginSpec(
                        "predictor",
                        Map.of(
                                "space",
                                CELLS.type(),
                                "spaceSettings",
                                SETTINGS,
                                "input",
                                List.of(1, 8, 8),
                                "classes",
                                2)),
                csv.toString().lines().limit(40).reduce("", (all, line) -> all + line + "\n"));
    }

    private void add(String name, PluginSpec model, String csv) {
        bench.targets.add(new HardwareTargetSpec(
                name,
                bench.catalogue.targets().complete(model),
                "",
                Instant.EPOCH,
                Optional.of(bench.documents.store(csv.getBytes(StandardCharsets.UTF_8))),
                HardwareTargetSpec.State.READY,
                ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"watchful", "random", "nsga2", "local-search"})
    void theSameArchitecturesAreProposed(String strategy) throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.space = CELLS;
        draft.strategy = PluginSpec.of(strategy);
        draft.targets = Optional.of(List.of("listed", "learnt"));
        draft.objectives = List.of(
                new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()),
                new Draft.Objective("latency", Optional.of("max(listed,learnt)"), OptionalDouble.empty()));
        draft.constraints = List.of(new Draft.Constraint(
                "latency",
                Optional.of("learnt"),
                OptionalDouble.of(6),
                OptionalDouble.empty(),
                OptionalDouble.of(0.9)));
        draft.parallelism = 4;
        draft.maxTrials = 40;
        ExperimentId id = bench.submit.submit(draft.build()).id();

        bench.finish(id);

        ReplayExperiment.Replay replay = bench.replay.replay(id);
        assertThat(replay.trials()).isEqualTo(40);
        assertThat(replay.differences()).isEmpty();
    }
}
