package dev.skyline.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AgentStartTest {

    @TempDir
    private Path folder;

    @Test
    void optionsAreReadAndTheTokenMayStandInTheEnvironment() {
        String[] arguments = {"--agent", "--server=https://skyline.example/", "--directory=there"};
        AgentOptions options = AgentOptions.parse(arguments, Map.of("SKYLINE_AGENT_TOKEN", "secret"));
        assertThat(options.server()).hasToString("https://skyline.example");
        assertThat(options.token()).isEqualTo("secret");
        assertThat(options.directory()).isEqualTo(Path.of("there"));
        assertThat(options.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "--token=x, the address of the service is missing",
        "--server=https://a, the token is missing",
        "--server=https://a --token=, the token is missing",
        "--server=a --token=x, no address of a service",
        "--server=ftp://a --token=x, no address of a service",
        "--server=https://a --tokn=x, is no option of an agent",
        "--server, is no option of an agent"
    })
    void whatMakesNoSenseIsRefusedWithTheUsage(String options, String message) {
        assertThatThrownBy(() -> AgentOptions.parse(("--agent " + options).split(" "), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("usage: --agent --server=");
    }

    @Test
    void anInstallationIsTheSameAfterARestartAndOneProcessHasItAtATime() throws IOException {
        String id;
        try (Installation installation = Installation.claim(folder)) {
            id = installation.id();
            assertThatThrownBy(() -> Installation.claim(folder)).isInstanceOf(Installation.InUse.class);
        }
        try (Installation again = Installation.claim(folder)) {
            assertThat(again.id()).isEqualTo(id);
        }
        try (Installation other = Installation.claim(folder.resolve("other"))) {
            assertThat(other.id()).isNotEqualTo(id);
        }
    }

    @Test
    void aBoardTellsItsNameClockAndTemperature() throws IOException {
        write("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "1500000\n");
        write("sys/devices/system/cpu/cpu1/cpufreq/scaling_cur_freq", "600000\n");
        write("sys/class/thermal/thermal_zone0/type", "battery\n");
        write("sys/class/thermal/thermal_zone0/temp", "90000\n");
        write("sys/class/thermal/thermal_zone1/type", "cpu-thermal\n");
        write("sys/class/thermal/thermal_zone1/temp", "52100\n");
        ThisMachine board = new ThisMachine(folder);
        assertThat(board.hardware().cpu()).isEqualTo("Raspberry Pi 4 Model B Rev 1.4");
        assertThat(board.megahertz()).hasValue(1500);
        assertThat(board.celsius()).hasValue(52.1);
    }

    @Test
    void aServerTellsByCpuinfoAndASystemThatTellsNothingIsNoHindrance() throws IOException {
        ThisMachine silent = new ThisMachine(folder);
        assertThat(silent.hardware().cpu()).isEqualTo(System.getProperty("os.arch"));
        assertThat(silent.hardware().runtime()).startsWith("ONNX Runtime 1.").contains("Java 1");
        assertThat(silent.hardware().memory()).isPositive();
        assertThat(silent.megahertz()).isEmpty();
        assertThat(silent.celsius()).isEmpty();
        write("proc/cpuinfo", "model name\t: AMD EPYC\ncpu MHz\t\t: 2596.150\nmodel name\t: x\ncpu MHz\t\t: 2700.5\n");
        assertThat(silent.hardware().cpu()).isEqualTo("AMD EPYC");
        assertThat(silent.megahertz()).hasValue(2700.5);
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
