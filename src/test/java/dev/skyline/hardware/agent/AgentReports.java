package dev.skyline.hardware.agent;

import dev.skyline.hardware.LatencyReport;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reports of agents. */
public final class AgentReports {

    private AgentReports() {}

    public static AgentReport steady(double median) {
        return of(median, 0.01, true);
    }

    public static AgentReport unsteady(double median, double spread) {
        return of(median, spread, false);
    }

    private static AgentReport of(double median, double spread, boolean steady) {
        return new AgentReport(
                new LatencyReport(median, median * 1.1, spread, 1000 / median, 300, steady),
                OptionalLong.of(40L << 20),
                OptionalDouble.of(1500),
                OptionalDouble.empty());
    }
}
