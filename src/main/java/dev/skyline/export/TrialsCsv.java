package dev.skyline.export;

import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Trials as CSV (RFC 4180), a line each. After what a trial is come its measurements, a column for each metric ({@code
 * latency@host}) in the metric's unit; what is not known is left empty.
 */
public final class TrialsCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "state",
            "reason",
            "message",
            "architectureId",
            "architecture",
            "parent",
            "epochs",
            "dataFraction",
            "basedOn",
            "sequence",
            "attempt",
            "fromMemory",
            "createdAt",
            "startedAt",
            "finishedAt");

    private final CSVPrinter printer;
    private final List<MetricKey> metrics;

    private TrialsCsv(CSVPrinter printer, List<MetricKey> metrics) {
        this.printer = printer;
        this.metrics = metrics;
    }

    /** Writes the head; {@link #add} then writes a line each. */
    public static TrialsCsv begin(ExperimentSpec spec, Appendable out) throws IOException {
        List<MetricKey> metrics = Arrays.stream(Metric.values())
                .flatMap(metric -> metric.known() == Known.ON_TARGET
                        ? spec.hardwareTargets().stream().map(target -> MetricKey.of(metric, target))
                        : Stream.of(MetricKey.of(metric)))
                .toList();
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(Stream.concat(COLUMNS.stream(), metrics.stream().map(MetricKey::toString)));
        return new TrialsCsv(printer, metrics);
    }

    public void add(Trial trial) throws IOException {
        List<Object> values = new ArrayList<>(Arrays.asList(
                trial.number(),
                trial.state(),
                trial.end().map(End::reason).orElse(null),
                trial.end().map(End::message).orElse(null),
                trial.architecture().id(),
                trial.architecture().text(),
                value(trial.parent()),
                trial.fidelity().epochs(),
                trial.fidelity().dataFraction(),
                trial.basedOn(),
                value(trial.sequence()),
                trial.attempt(),
                trial.fromMemory(),
                trial.createdAt(),
                trial.startedAt().orElse(null),
                trial.finishedAt().orElse(null)));
        for (MetricKey metric : metrics) {
            OptionalDouble value = trial.measurements().value(metric);
            values.add(value.isPresent() ? value.getAsDouble() : null);
        }
        printer.printRecord(values);
    }

    private static Object value(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static Object value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
