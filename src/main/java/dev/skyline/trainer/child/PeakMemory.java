package dev.skyline.trainer.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * By how much this process grows at most, as far as the system tells: Linux does. Counts the libraries that are loaded
 * meanwhile, some 30 MB.
 *
 * @param before resident bytes at the beginning
 */
record PeakMemory(OptionalLong before) {

    private static final int KIBIBYTE = 1024;

    static PeakMemory begin() {
        return new PeakMemory(read("VmRSS:"));
    }

    /** In bytes, since the beginning. */
    OptionalLong growth() {
        OptionalLong peak = read("VmHWM:");
        return before.isEmpty() || peak.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, peak.getAsLong() - before.getAsLong()));
    }

    private static OptionalLong read(String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(text -> text.startsWith(line))
                    .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
