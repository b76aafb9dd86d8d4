package dev.skyline.hardware.roofline;

import dev.skyline.hardware.Modelled;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.Setting;

import java.util.ArrayList;
import java.util.List;

/** A device as its data sheet describes it. */
@Modelled
public record RooflineSettings(
        @Setting(
                about =
                        "A common device, whose figures are taken where no others are set; custom has none. Their sources"
                                + " are in docs/hardware.md",
                value = "raspberry-pi-4")
        KnownDevice device,

        @Setting(about = "What weights and activations are stored and multiplied as", value = "fp32")
        Precision precision,

        @Setting(about = "Samples in one inference", value = "1", min = 1, max = 4096)
        int batchSize,

        @Setting(
                about =
                        "Operations that can be done at this precision, a multiply–accumulate counted as two; 0 takes the"
                                + " device's",
                value = "0",
                min = 0,
                max = 1e9,
                unit = "GFLOP/s")
        double peak,

        @Setting(
                about = "What the memory can move; 0 takes the device's",
                value = "0",
                min = 0,
                max = 1e7,
                unit = "GB/s")
        double bandwidth,

        @Setting(
                about = "Added for each operator that is executed; -1 takes what is usual for such a device",
                value = "-1",
                min = -1,
                max = 1e6,
                unit = "µs")
        double layerOverhead,

        @Setting(
                about = "Added for each inference; -1 takes what is usual for such a device",
                value = "-1",
                min = -1,
                max = 1e7,
                unit = "µs")
        double inferenceOverhead) {

    /**
     * @throws InvalidSettings where a figure is neither set nor known of the device
     */
    Roofline roofline() {
        double peakUsed = peak > 0 ? peak : device.figures().peak(precision);
        double bandwidthUsed = bandwidth > 0 ? bandwidth : device.figures().bandwidth();
        List<Violation> violations = new ArrayList<>();
        String who = device == KnownDevice.CUSTOM ? "a custom device" : device.label();
        if (peakUsed == 0) {
            violations.add(
                    new Violation("peak", "must be set: no data sheet gives the peak of " + who + " at " + precision));
        }
        if (bandwidthUsed == 0) {
            violations.add(new Violation("bandwidth", "must be set for " + who));
        }
        if (!violations.isEmpty()) {
            throw new InvalidSettings(violations);
        }
        return new Roofline(
                peakUsed,
                bandwidthUsed,
                layerOverhead < 0 ? device.family().layer() : layerOverhead,
                inferenceOverhead < 0 ? device.family().inference() : inferenceOverhead,
                precision.bytes(),
                batchSize);
    }
}
