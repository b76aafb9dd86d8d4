package dev.skyline.hardware.agent;

import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.InvalidReport.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an agent measured. Figures that no device can have are refused: wrong units look like that.
 *
 * @param peakMemory by how many bytes the process grew at most
 * @param cpuMegahertz clock of the fastest core right after the measurement
 * @param cpuCelsius temperature right after the measurement
 */
public record AgentReport(
        LatencyReport latency, OptionalLong peakMemory, OptionalDouble cpuMegahertz, OptionalDouble cpuCelsius) {

    /**
     * Seconds for milliseconds, or the like, are a factor of 1000. A machine that is taken away from a network of
     * microseconds for a moment may well answer a hundred times as seldom as its median says.
     */
    private static final double UNIT = 500;

    private static final double SLOWEST_MILLIS = 3_600_000;
    private static final double FASTEST_MILLIS = 1e-6;

    /** @throws InvalidReport where a figure is one that nothing can have */
    public AgentReport {
        List<Fault> faults = new ArrayList<>();
        double median = latency.medianMillis();
        check(
                faults,
                "medianMillis",
                median >= FASTEST_MILLIS && median <= SLOWEST_MILLIS,
                "must be a time in ms, above 0 and at most an hour, not " + median);
        check(
                faults,
                "p95Millis",
                latency.p95Millis() >= median && latency.p95Millis() <= SLOWEST_MILLIS,
                "must be a time in ms, no less than the median, not " + latency.p95Millis());
        check(
                faults,
                "spread",
                latency.spread() >= 0 && latency.spread() <= 100,
                "must be half the interquartile range over the median, 0 or more, not " + latency.spread());
        check(
                faults,
                "throughput",
                latency.throughput() > 0 && Double.isFinite(latency.throughput()),
                "must be samples a second, above 0, not " + latency.throughput());
        check(faults, "repetitions", latency.repetitions() >= 1, "must be 1 or more, not " + latency.repetitions());
        long memory = peakMemory.orElse(0);
        check(faults, "peakMemory", memory >= 0, "must be bytes, 0 or more, not " + memory);
        double clock = cpuMegahertz.orElse(1);
        check(faults, "cpuMegahertz", clock > 0 && clock < 100_000, "must be a clock in MHz, not " + clock);
        double heat = cpuCelsius.orElse(0);
        check(faults, "cpuCelsius", heat > -100 && heat < 300, "must be a temperature in °C, not " + heat);
        if (!faults.isEmpty()) {
            throw new InvalidReport(faults);
        }
    }

    private static void check(List<Fault> faults, String field, boolean holds, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }

    /**
     * Checks what can be told only of a job's terms.
     *
     * @throws InvalidReport where throughput and latency are of different units
     */
    AgentReport fitting(MeasuringTerms terms) {
        double sequential = terms.batchSize() / latency.medianMillis() * 1000;
        double ratio = latency.throughput() / sequential;
        if (ratio > UNIT || ratio < 1 / UNIT) {
            throw new InvalidReport(List.of(new Fault(
                    "throughput",
                    "must be samples a second and medianMillis be ms: at batches of " + terms.batchSize()
                            + " a median of "
                            + latency.medianMillis() + " ms does not go with " + latency.throughput()
                            + " samples a second")));
        }
        return this;
    }
}
