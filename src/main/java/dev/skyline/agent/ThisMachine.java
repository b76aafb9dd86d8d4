package dev.skyline.agent;

import com.sun.management.OperatingSystemMXBean;
import dev.skyline.hardware.agent.HardwareReport;
import dev.skyline.onnx.OnnxRuntime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this machine tells of itself. Clock and temperature are told by Linux alone; elsewhere, and in many virtual
 * machines, they are empty.
 *
 * @param root of the file system
 */
record ThisMachine(Path root) {

    private static final Pattern MODEL = Pattern.compile("(?m)^(?:model name|Model|Hardware)\\s*:\\s*(.+)$");
    private static final Pattern CLOCK = Pattern.compile("(?m)^cpu MHz\\s*:\\s*([0-9.]+)$");
    private static final Pattern CPU_ZONE = Pattern.compile("(?i).*(cpu|x86_pkg|soc|core).*");
    private static final double KILO = 1000;

    HardwareReport hardware() {
        return new HardwareReport(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "ONNX Runtime " + OnnxRuntime.version() + ", Java " + System.getProperty("java.version"));
    }

    private String cpu() {
        return read("proc/device-tree/model")
                .map(text -> text.replace("\0", "").strip())
                .or(() -> read("proc/cpuinfo")
                        .map(MODEL::matcher)
                        .filter(Matcher::find)
                        .map(m -> m.group(1).strip()))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    /** Of the fastest core, in MHz. */
    OptionalDouble megahertz() {
        List<Double> clocks = new ArrayList<>();
        for (Path core : list("sys/devices/system/cpu", "cpu[0-9]*")) {
            number(core.resolve("cpufreq").resolve("scaling_cur_freq")).ifPresent(khz -> clocks.add(khz / KILO));
        }
        if (clocks.isEmpty()) {
            Matcher lines = CLOCK.matcher(read("proc/cpuinfo").orElse(""));
            while (lines.find()) {
                clocks.add(Double.parseDouble(lines.group(1)));
            }
        }
        return clocks.stream().mapToDouble(clock -> clock).max();
    }

    /** Of the hottest sensor of the processor, in °C. */
    OptionalDouble celsius() {
        return list("sys/class/thermal", "thermal_zone*").stream()
                .filter(zone -> text(zone.resolve("type"))
                        .filter(type -> CPU_ZONE.matcher(type).matches())
                        .isPresent())
                .flatMap(zone -> number(zone.resolve("temp")).stream())
                .mapToDouble(milli -> milli / KILO)
                .max();
    }

    private List<Path> list(String folder, String names) {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(root.resolve(folder), names)) {
            List<Path> found = new ArrayList<>();
            paths.forEach(found::add);
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Double> number(Path file) {
        return text(file).filter(text -> text.matches("-?\\d{1,15}")).map(Double::parseDouble);
    }

    private Optional<String> read(String file) {
        return text(root.resolve(file));
    }

    /** Empty where the system does not tell. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
