package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.execution.LongWork;
import dev.skyline.execution.SoleWork;
import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.Calibrations;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentTarget;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.InvalidSettings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what targets are made of that are CALIBRATING, one measurement after the other, and makes them READY. Each
 * measurement is kept as it comes, so that what was interrupted goes on where it was.
 */
public final class CalibrateTargets {

    /** Measurements of one network that does not settle, the calmest of which counts. */
    private static final int TRIES = 3;

    /** What measures is not there just now. */
    private static final class DeviceAway extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final HardwareTargets targets;
    private final Calibrations calibrations;
    private final Calibrators calibrators;
    private final FinishTarget finish;
    private final SoleWork sole;

    public CalibrateTargets(
            HardwareTargets targets,
            Calibrations calibrations,
            Calibrators calibrators,
            FinishTarget finish,
            SoleWork sole) {
        this.targets = targets;
        this.calibrations = calibrations;
        this.calibrators = calibrators;
        this.finish = finish;
        this.sole = sole;
    }

    /**
     * Measuring, by the name of what measures, all that waits or is being measured: one target after the other, each from
     * where it was left off, unless another node is at it.
     */
    public Map<String, LongWork> due() {
        return ByDevices.together(targets.list().stream()
                .filter(target -> target.state() == State.CALIBRATING)
                .map(target -> new ByDevices(Set.of(device(target)), () -> calibrate(target.name())))
                .toList());
    }

    private static String device(HardwareTargetSpec target) {
        return target.model().settings().get(Calibrators.ON).toString();
    }

    private void calibrate(String name) throws InterruptedException {
        sole.run("calibration of " + name, () -> {
            Optional<HardwareTargetSpec> target =
                    targets.find(name).filter(found -> found.state() == State.CALIBRATING);
            if (target.isPresent()) {
                calibrate(target.get());
            }
        });
    }

    private void calibrate(HardwareTargetSpec target) throws InterruptedException {
        try {
            Calibrator calibrator = calibrators.of(target);
            HardwareTarget device = calibrators.device(target);
            calibrations.plan(target.name(), calibrator.subjects());
            for (CalibrationItem item : calibrations.items(target.name())) {
                if (!isStill(target) || tooFewAreLeft(target, calibrator)) {
                    return;
                }
                if (!item.isDone()) {
                    calibrations.record(target.name(), measured(item, calibrator, device, target));
                }
            }
            if (isStill(target) && !tooFewAreLeft(target, calibrator)) {
                finish.with(target, calibrator.document(calibrations.items(target.name())));
            }
        } catch (InvalidSettings e) {
            targets.update(target.failed(e.violations().get(0).message()));
        } catch (DeviceAway e) {
            // It goes on where it is as soon as the device is back.
        }
    }

    /** It may have been deleted meanwhile, and another one have its name. */
    private boolean isStill(HardwareTargetSpec target) {
        return targets.find(target.name()).filter(target::equals).isPresent();
    }

    private boolean tooFewAreLeft(HardwareTargetSpec target, Calibrator calibrator) {
        List<CalibrationItem> items = calibrations.items(target.name());
        List<String> failures =
                items.stream().flatMap(item -> item.failure().stream()).toList();
        if (items.size() - failures.size() >= calibrator.least()) {
            return false;
        }
        targets.update(target.failed(
                failures.isEmpty()
                        ? "there are " + items.size() + " networks to measure; it takes " + calibrator.least()
                        : failures.size() + " of " + items.size() + " measurements failed, the last one because "
                                + failures.get(failures.size() - 1)));
        return true;
    }

    private CalibrationItem measured(
            CalibrationItem item, Calibrator calibrator, HardwareTarget device, HardwareTargetSpec target)
            throws InterruptedException {
        MetricKey latency = MetricKey.of(Metric.LATENCY, device(target));
        try {
            Candidate candidate =
                    Candidate.untrained(Architecture.of(item.subject()), calibrator.network(item.subject()));
            Timing best = null;
            for (int i = 0; i < TRIES && (best == null || !best.steady()); i++) {
                Timing found = timing(device.measure(candidate)
                        .find(latency)
                        .orElseThrow(() -> new MeasurementFailed("NoLatency", "no latency was measured")));
                best = best == null || isCalmer(found, best) ? found : best;
            }
            return item.measured(best);
        } catch (MeasurementFailed e) {
            if (e.code().equals(AgentTarget.SILENT)) {
                throw new DeviceAway();
            }
            return item.failed(e.getMessage());
        }
    }

    private static Timing timing(Measurement measurement) {
        return new Timing(measurement.value(), measurement.spread(), measurement.steady());
    }

    private static boolean isCalmer(Timing one, Timing other) {
        return one.steady() && !other.steady()
                || one.steady() == other.steady()
                        && one.spread().orElse(0) < other.spread().orElse(0);
    }
}
