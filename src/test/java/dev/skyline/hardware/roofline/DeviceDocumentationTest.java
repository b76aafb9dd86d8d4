package dev.skyline.hardware.roofline;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the table of devices in docs/hardware.md. */
class DeviceDocumentationTest {

    @ParameterizedTest
    @EnumSource(value = KnownDevice.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
    void theTableOfDevicesHasTheFiguresAndTheirSource(KnownDevice device) throws IOException {
        Figures figures = device.figures();
        String row = "| `" + device.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` | " + device.label() + " | "
                + text(figures.fp32()) + " | " + text(figures.fp16()) + " | " + text(figures.int8()) + " | "
                + text(figures.bandwidth()) + " | " + device.source() + " |";
        assertThat(Files.readAllLines(Path.of("docs", "hardware.md"))).contains(row);
    }

    private static String text(double figure) {
        return figure == 0
                ? "–"
                : BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}
