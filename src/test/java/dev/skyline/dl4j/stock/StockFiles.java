package dev.skyline.dl4j.stock;

import dev.skyline.network.Network;
import dev.skyline.network.TrainedNetwork;
import org.bytedeco.javacpp.Loader;

import javax.tools.ToolProvider;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Exported files where there is DL4J, and nothing of Skyline. */
final class StockFiles {

    private StockFiles() {}

    /** The class path of this test without anything of Skyline. */
    static String classPath() {
        List<String> entries =
                new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        entries.removeIf(entry -> Files.isDirectory(Path.of(entry).resolve("dev/skyline")));
        return String.join(File.pathSeparator, entries);
    }

    /** Writes the source of a network. */
    static void write(Network network, String className, Path folder) throws IOException {
        String source = JavaSource.of(network, className, List.of("A */ test \\u002a/ @"));
        Files.writeString(folder.resolve(className + ".java"), source);
    }

    /** Compiles all sources of a folder, with warnings as errors. */
    static void compile(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Werror",
                "-Xlint:all,-processing,-classfile,-path",
                "-proc:none",
                "-cp",
                classPath(),
                "-d",
                folder.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).as("javac's status").isZero();
    }

    static URLClassLoader compiled(Path folder) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, StockFiles.class.getClassLoader());
    }

    /** Runs a main class in a JVM of its own; gives what it printed. */
    static String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.cachedir=" + Loader.getCacheDir(),
                "-cp",
                folder + File.pathSeparator + classPath()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    static Path zip(TrainedNetwork trained, Path folder) throws IOException {
        Path zip = folder.resolve("model.zip");
        StockModel.write(trained, zip);
        return zip;
    }
}
