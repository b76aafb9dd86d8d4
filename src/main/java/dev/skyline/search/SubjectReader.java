package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.Schema;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.Subject;
import dev.skyline.experiment.TaskRef;
import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.plugin.ValidNames;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a draft searches on, and the search space, which a benchmark brings along. */
record SubjectReader(Datasets datasets, Benchmarks benchmarks, Plugins<Task, SearchSpace> spaces, SpaceNames names) {

    /**
     * What the draft is on.
     *
     * @param benchmark the table, where it is one
     */
    record Chosen(Subject subject, Optional<Benchmark> benchmark) {

        /** The only devices whose cost is known, where there are such. */
        Optional<List<String>> targets() {
            return benchmark.map(Benchmark::targets);
        }

        /** What estimates where the draft does not say. */
        String usualEstimator() {
            return benchmark.isPresent() ? "tabular" : subject instanceof TaskRef ? "external" : "training";
        }
    }

    /** Empty where something is wrong with it. */
    Optional<Chosen> read(Draft draft, Faults faults) {
        Draft.On on = draft.on();
        if (on.benchmark().isPresent() && (on.dataset().isPresent() || on.task().isPresent())) {
            faults.add("benchmark", "a search is on a data set, a benchmark or a task, not on several");
            return Optional.empty();
        }
        if (on.task().isPresent() && on.dataset().isPresent()) {
            faults.add("task", "a search is on a data set, a benchmark or a task, not on several");
            return Optional.empty();
        }
        if (on.benchmark().isPresent()) {
            return benchmark(on.benchmark().get(), faults);
        }
        if (on.task().isPresent()) {
            Draft.Task task = on.task().get();
            return faults.collect("task", () -> new TaskRef(task.input(), task.classes()))
                    .filter(subject -> faults.collect("task", () -> Task.asked(task.input(), task.classes()))
                            .isPresent())
                    .map(subject -> new Chosen(subject, Optional.empty()));
        }
        return dataset(on.dataset(), faults);
    }

    /** A table gives the metrics of its columns, and its architectures' networks what can be computed of them. */
    void requireKnown(Optional<Problem> problem, Optional<Chosen> chosen, List<Device> devices, Faults faults) {
        if (problem.isEmpty() || chosen.flatMap(Chosen::benchmark).isEmpty()) {
            return;
        }
        Benchmark benchmark = chosen.get().benchmark().get();
        Set<String> modelled = devices.stream().map(Device::name).collect(Collectors.toSet());
        List<Objective> objectives = problem.get().objectives();
        for (int i = 0; i < objectives.size(); i++) {
            requireKnown("objectives[" + i + "].metric", objectives.get(i).key(), benchmark, modelled, faults);
        }
        List<Constraint> constraints = problem.get().constraints();
        for (int i = 0; i < constraints.size(); i++) {
            requireKnown("constraints[" + i + "].metric", constraints.get(i).key(), benchmark, modelled, faults);
        }
    }

    private static void requireKnown(
            String field, MetricKey asked, Benchmark benchmark, Set<String> modelled, Faults faults) {
        for (MetricKey key : Aggregate.partsOf(asked)) {
            requireColumn(field, key, benchmark, modelled, faults);
        }
    }

    private static void requireColumn(
            String field, MetricKey key, Benchmark benchmark, Set<String> modelled, Faults faults) {
        boolean computed = key.metric().known() == Known.BEFORE_TRAINING
                && !benchmark.searchSpace().type().equals(Benchmark.ROWS);
        boolean isModelled = key.target().filter(modelled::contains).isPresent();
        if (!computed && !isModelled && !benchmark.columns().contains(key)) {
            faults.add(
                    field,
                    "benchmark '" + benchmark.name() + "' has no column " + key + "; it has "
                            + String.join(
                                    ", ",
                                    benchmark.columns().stream()
                                            .map(MetricKey::toString)
                                            .toList()));
        }
    }

    /** The space with all settings, or empty where something is wrong with it. */
    Optional<PluginSpec> space(Draft draft, Optional<Chosen> chosen, Faults faults) {
        Optional<Benchmark> benchmark = chosen.flatMap(Chosen::benchmark);
        Optional<PluginSpec> given = draft.searchSpace();
        if (benchmark.isPresent()) {
            return space(benchmark.get(), given, faults);
        }
        if (given.isEmpty()) {
            if (draft.on().benchmark().isEmpty()) {
                faults.add("searchSpace", "a search space is needed; valid are " + String.join(", ", spaces.ids()));
            }
            return Optional.empty();
        }
        return faults.collect("searchSpace", () -> spaces.complete(names.resolve(given.get())));
    }

    private Optional<PluginSpec> space(Benchmark benchmark, Optional<PluginSpec> given, Faults faults) {
        PluginSpec own = benchmark.searchSpace();
        if (given.isEmpty() || given.get().equals(own)) {
            return Optional.of(own);
        }
        if (!given.get().type().equals(own.type())) {
            faults.add(
                    "searchSpace.type",
                    "benchmark '" + benchmark.name() + "' is of the search space " + own.type() + ", not "
                            + given.get().type());
            return Optional.empty();
        }
        Optional<PluginSpec> complete = own.type().equals(Benchmark.ROWS)
                ? given
                : faults.collect("searchSpace", () -> spaces.complete(names.resolve(given.get())));
        if (complete.isPresent()
                && !given.get().settings().isEmpty()
                && !complete.get().equals(own)) {
            faults.add(
                    "searchSpace.settings",
                    "benchmark '" + benchmark.name() + "' has other settings: " + own.settings());
            return Optional.empty();
        }
        return complete.map(c -> own);
    }

    private Optional<Chosen> dataset(Optional<String> name, Faults faults) {
        Optional<Dataset> found = name.flatMap(datasets::find);
        if (found.isEmpty()) {
            faults.add(
                    "dataset",
                    name.map(n -> "there is no data set '" + n + "'")
                                    .orElse("a data set, a benchmark or a task is needed")
                            + ValidNames.of(
                                    datasets.list().stream().map(Dataset::name).toList()));
        }
        return found.map(dataset -> new Chosen(reference(dataset), Optional.empty()));
    }

    private Optional<Chosen> benchmark(String name, Faults faults) {
        Optional<Benchmark> found = benchmarks.find(name);
        if (found.isEmpty()) {
            faults.add(
                    "benchmark",
                    "there is no benchmark '" + name + "'"
                            + ValidNames.of(benchmarks.list().stream()
                                    .map(Benchmark::name)
                                    .toList()));
        }
        return found.map(b -> new Chosen(new BenchmarkRef(b.name(), b.hash(), b.input(), b.classes()), Optional.of(b)));
    }

    private static DatasetRef reference(Dataset dataset) {
        Schema schema = dataset.content().schema();
        List<Integer> shape = schema instanceof Schema.Images images
                ? List.of(images.channels(), images.height(), images.width())
                : List.of(schema.values());
        return new DatasetRef(
                dataset.name(),
                dataset.content().hash(),
                shape,
                dataset.content().classNames());
    }
}
