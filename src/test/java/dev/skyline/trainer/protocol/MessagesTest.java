package dev.skyline.trainer.protocol;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.export.Agreement;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessagesTest {

    private static final Network NETWORK = new Network(
            Shape.image(1, 8, 8),
            List.of(
                    new Node("conv", new Layer.Convolution(4, 3, 1, true), List.of(Network.INPUT)),
                    new Node("act", new Layer.Activation(Layer.Activation.Function.RELU), List.of("conv")),
                    new Node("flat", new Layer.Flatten(), List.of("act")),
                    new Node("drop", new Layer.Dropout(0.25), List.of("flat")),
                    new Node("dense", new Layer.Dense(10), List.of("drop")),
                    new Node("softmax", new Layer.Softmax(), List.of("dense"))));

    static List<Command> commands() {
        return List.of(
                new Command.Train(
                        NetworkDocument.write(NETWORK),
                        "0123abc",
                        7,
                        new TrainingSettings(
                                5,
                                64,
                                0.003,
                                TrainingSettings.Schedule.COSINE,
                                TrainingSettings.Optimizer.ADAM,
                                1e-4,
                                2,
                                0,
                                0.5),
                        new Fidelity(3, 0.25),
                        Long.MIN_VALUE,
                        new ModelOrigin("|a~0|+|ü|", "digits", List.of("0", "eins")),
                        Path.of("/data dir/ä")),
                new Command.Measure(
                        Path.of("/data/models/x.onnx"), new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.5)),
                new Command.MeasureGraph(
                        Map.of("input", List.of(4)), new HostSettings(HostSettings.Runtime.DL4J, 1, 1, 0.5)),
                new Command.Inspect(Path.of("/data/uploads/x")),
                new Command.Appraise(Path.of("/data/baselines/x.onnx"), Optional.of("5f70"), -7, Path.of("/data")),
                new Command.Export(
                        Path.of("/data/models/x.onnx"),
                        Map.of("input", List.of(4)),
                        "hash",
                        true,
                        Map.of("trial", "7"),
                        "Trial7Network",
                        Path.of("/data"),
                        Path.of("/tmp/export")),
                new Command.Pause(3),
                new Command.Tell(Command.Signal.CANCEL));
    }

    static List<Report> reports() {
        return List.of(
                new Report.Ready(),
                new Report.Epoch(new EpochReport(1, 5, 2.3, Double.NaN, 0.1, 0.25)),
                new Report.Paused(3),
                new Report.Pong(),
                new Report.Inspected(List.of(3, 224, 224), 1000, 25_557_032),
                new Report.Appraised(OptionalDouble.of(0.9), OptionalDouble.empty(), OptionalLong.of(1L << 33)),
                new Report.Alive(),
                new Report.Trained(0.9, 0.8, 0.3, 12.5, true, Path.of("/data/models/x.onnx")),
                new Report.Exported(new Agreement(64, 1e-6, true)),
                new Report.Measured(new LatencyReport(0.41, 0.47, 0.02, 2400, 900, true)),
                new Report.Cancelled(),
                new Report.Failed("TrainingDiverged", "the loss is not a number", false));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsArriveAsTheyWereSent(Command command) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new MessageWriter(pipe).write(command);

        assertThat(reader(pipe, Command.class).next()).contains(command);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void reportsArriveAsTheyWereSent(Report report) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new MessageWriter(pipe).write(report);

        assertThat(reader(pipe, Report.class).next()).contains(report);
    }

    @Test
    void noKindOfMessageEscapesTheseTests() {
        assertThat(commands().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(records(Command.class));
        assertThat(reports().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(records(Report.class));
    }

    @Test
    void aNetworkIsTheSameOnTheOtherSide() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new MessageWriter(pipe).write(commands().get(0));

        Command.Train arrived =
                (Command.Train) reader(pipe, Command.class).next().orElseThrow();
        assertThat(NetworkDocument.read(arrived.network())).isEqualTo(NETWORK);
    }

    @Test
    void everyReportIsWrittenInOnePiece() throws IOException {
        for (Report report : List.of(
                new Report.Failed("TrainingFailed", "\u0001".repeat(100_000), true),
                reports().get(1))) {
            ByteArrayOutputStream pipe = new ByteArrayOutputStream();
            new MessageWriter(pipe).write(report);
            assertThat(pipe.size()).isLessThan(4096);
        }
    }

    @Test
    void aFrameThatHoldsNoMessageOfThisSideIsRefused() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new MessageWriter(pipe).write(new Command.Pause(1));
        assertThatThrownBy(() -> reader(pipe, Report.class).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Report");

        for (String content : List.of("", "{", "[]", "null", "{\"report\":\"nonsense\"}", "{\"report\":\"paused\"}x")) {
            pipe.reset();
            pipe.writeBytes(Frames.frame(content.getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> reader(pipe, Report.class).next())
                    .as(content)
                    .isInstanceOf(IOException.class);
        }
    }

    private static Set<Class<?>> records(Class<?> message) {
        return message.isRecord()
                ? Set.of(message)
                : Arrays.stream(message.getPermittedSubclasses())
                        .flatMap(kind -> records(kind).stream())
                        .collect(Collectors.toSet());
    }

    private static <M> MessageReader<M> reader(ByteArrayOutputStream pipe, Class<M> type) {
        return new MessageReader<>(new ByteArrayInputStream(pipe.toByteArray()), type, line -> {
            throw new AssertionError("chatter: " + line);
        });
    }
}
