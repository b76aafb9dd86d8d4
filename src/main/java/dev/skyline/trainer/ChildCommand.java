package dev.skyline.trainer;

import dev.skyline.trainer.child.ChildMain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a child is launched: the same Java, the same program, bounded memory, one native thread. */
final class ChildCommand {

    /**
     * Malloc's arenas and OpenMP's spinning threads cost more than they give when trainings run side by side; what ONNX
     * Runtime would tell its makers is nobody's business.
     */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2", "ORT_DISABLE_TELEMETRY", "1");

    /** Options of the service's own JVM: a debugger's port, say, that is taken. */
    private static final Set<String> JVM_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final List<String> command;

    private final Path crashLogs;

    private ChildCommand(List<String> command, Path crashLogs) {
        this.command = List.copyOf(command);
        this.crashLogs = crashLogs;
    }

    /** @param further arguments of the child */
    static ChildCommand ofThisProgram(TrainerSettings settings, String... further) {
        String classPath = System.getProperty("java.class.path");
        String memory = Long.toString(settings.trainingBytes());
        List<String> entry = new ArrayList<>(
                isPackaged() ? List.of("-jar", classPath) : List.of("-cp", classPath, "dev.skyline.Skyline"));
        entry.add(ChildMain.ARGUMENT);
        entry.add(memory);
        entry.addAll(List.of(further));
        return of(settings, entry);
    }

    /** @param entry what follows the options of the JVM */
    static ChildCommand of(TrainerSettings settings, List<String> entry) {
        Path crashLogs = settings.crashLogs().toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + settings.heapBytes(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crashLogs.resolve("trainer-%p.log"),
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=dev/skyline/trainer/child/logback.xml",
                "-Dorg.bytedeco.javacpp.cachedir=" + settings.nativeCache().toAbsolutePath(),
                "-Dorg.bytedeco.javacpp.maxbytes=" + settings.memoryBytes(),
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + settings.memoryBytes()));
        command.addAll(entry);
        return new ChildCommand(command, crashLogs);
    }

    /** Whether this is the packaged jar, whose libraries lie within it. */
    private static boolean isPackaged() {
        return ChildCommand.class.getResource("ChildCommand.class").toString().startsWith("jar:nested:");
    }

    /** @param scratch folder for the child's temporary files: the libraries of ONNX Runtime are unpacked into it */
    Process start(Path scratch) throws IOException {
        // The JVM does not make it.
        Files.createDirectories(crashLogs);
        List<String> all = new ArrayList<>(command);
        all.add(1, "-Djava.io.tmpdir=" + scratch.toAbsolutePath());
        ProcessBuilder builder = new ProcessBuilder(all);
        // A child needs neither the service's settings nor its secrets.
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("SKYLINE_") || name.startsWith("SPRING_") || JVM_OPTIONS.contains(name));
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }
}
