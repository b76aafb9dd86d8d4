package dev.skyline.trainer;

import dev.skyline.estimator.TrainingSettings;
import dev.skyline.hardware.HostSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.trainer.child.ScriptedChild;
import dev.skyline.trainer.child.ScriptedChild.Script;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.ModelOrigin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pools of scripted children, and jobs for them. */
final class Trainers {

    static final TrainingSettings SETTINGS = new TrainingSettings(
            5, 64, 0.003, TrainingSettings.Schedule.COSINE, TrainingSettings.Optimizer.ADAM, 1e-4, 0, 0, 1);

    private Trainers() {}

    static TrainerSettings settings(int slots) {
        return settings(slots, 512L << 20, 1000, Duration.ofSeconds(60));
    }

    static TrainerSettings settings(int slots, long residentBytes, int jobsPerChild, Duration startLimit) {
        return settings(slots, residentBytes, jobsPerChild, startLimit, Duration.ofMinutes(1));
    }

    static TrainerSettings settings(
            int slots, long residentBytes, int jobsPerChild, Duration startLimit, Duration stallLimit) {
        Path folder = Path.of("target", "trainer-tests");
        return new TrainerSettings(
                slots,
                64L << 20,
                512L << 20,
                residentBytes,
                jobsPerChild,
                startLimit,
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                stallLimit,
                folder.resolve("native"),
                folder.resolve("crashes"),
                folder.resolve("scratch"));
    }

    static TrainerPool pool(TrainerSettings settings) {
        return new TrainerPool(settings, new MeasurementGate(settings.quietLimit()), command(settings));
    }

    static ChildCommand command(TrainerSettings settings, String... start) {
        Stream<String> entry = Stream.of(
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ScriptedChild.class.getName());
        return ChildCommand.of(
                settings, Stream.concat(entry, Arrays.stream(start)).toList());
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    static Command.Train training(Script script, int epochs, long seed, Path folder) {
        return new Command.Train(
                Map.of(),
                "none",
                1,
                SETTINGS,
                Fidelity.epochs(epochs),
                seed,
                new ModelOrigin(script.name(), "digits", List.of("a", "b")),
                folder);
    }

    static Command.Measure measurement(Script script, Path folder) {
        return new Command.Measure(
                folder.resolve(script.name()), new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5));
    }
}
