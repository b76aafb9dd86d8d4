package dev.skyline.persistence.agent;

import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.persistence.Json;
import dev.skyline.persistence.OrNull;
import tools.jackson.core.type.TypeReference;

import java.util.List;
import java.util.OptionalLong;

/** A report as it is stored. */
record ReportDocument(
        double medianMillis,
        double p95Millis,
        double spread,
        double throughput,
        int repetitions,
        boolean steady,
        Long peakMemory,
        Double cpuMegahertz,
        Double cpuCelsius) {

    private static final TypeReference<List<ReportDocument>> LIST = new TypeReference<>() {};

    static String write(List<AgentReport> reports) {
        return Json.write(reports.stream().map(ReportDocument::of).toList());
    }

    static List<AgentReport> read(String json) {
        return Json.read(json, LIST).stream().map(ReportDocument::report).toList();
    }

    private static ReportDocument of(AgentReport report) {
        LatencyReport latency = report.latency();
        return new ReportDocument(
                latency.medianMillis(),
                latency.p95Millis(),
                latency.spread(),
                latency.throughput(),
                latency.repetitions(),
                latency.steady(),
                OrNull.of(report.peakMemory()),
                OrNull.of(report.cpuMegahertz()),
                OrNull.of(report.cpuCelsius()));
    }

    private AgentReport report() {
        return new AgentReport(
                new LatencyReport(medianMillis, p95Millis, spread, throughput, repetitions, steady),
                peakMemory == null ? OptionalLong.empty() : OptionalLong.of(peakMemory),
                OrNull.number(cpuMegahertz),
                OrNull.number(cpuCelsius));
    }
}
