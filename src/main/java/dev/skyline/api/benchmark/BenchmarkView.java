package dev.skyline.api.benchmark;

import dev.skyline.api.experiment.PluginChoice;
import dev.skyline.benchmark.Benchmark;
import dev.skyline.metric.MetricKey;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** A benchmark as the API shows it. */
@Schema(name = "Benchmark", description = "A table of results of architectures, immutable")
record BenchmarkView(
        @Schema(description = "What experiments call it", example = "digits-cells")
        String name,

        @Schema(
                description = "SHA-256 of its rows, search space, input and classes",
                example = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        String hash,

        @Schema(description = "The search space of its architectures; of type rows, its rows are the space")
        PluginChoice searchSpace,

        @Schema(description = "Shape of a sample", example = "[1, 8, 8]")
        List<Integer> input,

        @Schema(description = "Number of classes", example = "10")
        int classes,

        @Schema(description = "Metrics of its columns, in order", example = "[\"accuracy\", \"latency@host\"]")
        List<String> columns,

        @Schema(description = "Numbers of epochs that it has rows for", example = "[1, 3, 10]")
        List<Integer> epochs,

        @Schema(example = "375") int rows,

        @Schema(description = "How many different ones", example = "125")
        int architectures,

        @Schema(description = "Devices of its columns: hardware targets of kind table, for experiments on it")
        List<TargetView> targets,

        Instant createdAt) {

    @Schema(name = "BenchmarkTarget", description = "A device that a benchmark has columns for")
    record TargetView(
            @Schema(description = "What objectives and constraints call it", example = "raspi4")
            String name,

            @Schema(example = "table") String kind,

            @Schema(description = "What is known on it", example = "[\"latency\"]")
            List<String> metrics) {

        static TargetView of(Benchmark benchmark, String name) {
            return new TargetView(
                    name,
                    "table",
                    benchmark.columns().stream()
                            .filter(key -> key.target().filter(name::equals).isPresent())
                            .map(key -> key.metric().key())
                            .toList());
        }
    }

    static BenchmarkView of(Benchmark benchmark) {
        return new BenchmarkView(
                benchmark.name(),
                benchmark.hash(),
                PluginChoice.of(benchmark.searchSpace()),
                benchmark.input(),
                benchmark.classes(),
                benchmark.columns().stream().map(MetricKey::toString).toList(),
                benchmark.epochs(),
                benchmark.rows(),
                benchmark.architectures(),
                benchmark.targets().stream()
                        .map(name -> TargetView.of(benchmark, name))
                        .toList(),
                benchmark.createdAt());
    }
}
