package dev.skyline.api.fake;

import dev.skyline.api.trial.ModelFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.export.Agreement;
import dev.skyline.export.ExportModel;
import dev.skyline.export.ModelWorkshop;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trained models, none of which is any. */
@TestConfiguration
class FakeModels {

    @Bean
    ModelFiles modelFiles() throws IOException {
        Path model = Files.write(Files.createTempFile("skyline-api", ".onnx"), new byte[] {8, 7, 18, 7});
        return hash -> hash.equals(Scenario.MODEL) ? Optional.of(model) : Optional.empty();
    }

    /** Writes the name of each file into it. */
    @Bean
    ExportModel exportModel(Datasets datasets) {
        ModelWorkshop workshop = (order, folder) -> {
            try {
                for (String name : List.of(
                        ModelWorkshop.ONNX,
                        ModelWorkshop.DL4J,
                        ModelWorkshop.WEIGHTS,
                        ModelWorkshop.PREPROCESSING,
                        order.className() + ".java")) {
                    Files.writeString(folder.resolve(name), name + (order.fold() ? ", folded" : ""));
                }
                return new Agreement(64, 1e-6, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Network network = new Network(
                Shape.features(1), List.of(new Node("classes", new Layer.Softmax(), List.of(Network.INPUT))));
        return new ExportModel(workshop, (spec, model) -> network, datasets);
    }
}
