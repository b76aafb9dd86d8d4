package dev.skyline.trainer;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetContract;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.network.Candidate;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.trainer.child.ScriptedChild.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostTargetContractTest extends HardwareTargetContract {

    @TempDir
    private Path folder;

    private TrainerPool pool;

    @AfterEach
    void endChildren() {
        pool.close();
    }

    @Override
    public String id() {
        return "host";
    }

    @Override
    protected HardwareTarget target(String name) {
        if (pool == null) {
            pool = Trainers.pool(Trainers.settings(1));
        }
        return new HostTarget(name, new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5), pool, pool);
    }

    @Test
    void whatIsTooLargeToBeWrittenWithoutATrainingFailsByItself() {
        Network huge = new Network(
                Shape.features(1 << 14),
                List.of(
                        new Node("dense", new Layer.Dense(1 << 15), List.of(Network.INPUT)),
                        new Node("softmax", new Layer.Softmax(), List.of("dense"))));
        assertThatThrownBy(() -> target("host").measure(Candidate.untrained(Architecture.of("huge"), huge)))
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo("ModelTooLarge"));
    }

    @Override
    protected Candidate candidate() {
        Network network = new Network(
                Shape.features(4), List.of(new Node("softmax", new Layer.Softmax(), List.of(Network.INPUT))));
        return new Candidate(Architecture.of("a"), network, 1, Optional.of(folder.resolve(Script.TRAIN.name())));
    }
}
