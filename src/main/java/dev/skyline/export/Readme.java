package dev.skyline.export;

import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of a bundle: what is in it and how this very model is run. */
final class Readme {

    private static final String TEMPLATE = """
            # Trial @TRIAL@ of @NAME@

            A classifier of @COUNT@ classes, found and trained by Skyline on the data set `@DATA@`. @FOLDED@

            | file | what it is |
            |---|---|
            | `model.onnx` | the model for ONNX Runtime and other runtimes: operator set 13, 32-bit floats, softmax included |
            | `model-dl4j.zip` | the model for DL4J 1.0.0-M2.1, made of DL4J's own layers |
            | `@CLASS@.java` | builds the same network with DL4J alone |
            | `weights.npz` | the weights as NumPy arrays |
            | `preprocessing.json` | what is done to raw values first |
            | `spec.json` | the search that found it |
            | `measurements.json` | the trial with all that was measured |
            | `DATA-LICENSE.txt` | where the data came from, and its licence |

            Input `input`: [@AXES@] = [N, @SIZES@], for any N; raw values are @RAW@, pre-processed as below.
            Output `probabilities`: [N, @COUNT@], of the classes in this order: @CLASSES@.

            When this bundle was made, `model.onnx` under ONNX Runtime and `model-dl4j.zip` under DL4J gave the same class
            for @PROVED@ samples of the data set, and probabilities that differ by @DIFFERENCE@ at most.

            ## Python

            `pip install onnxruntime numpy`, then:

            ```python
            import json
            import numpy as np
            import onnxruntime as ort

            session = ort.InferenceSession("model.onnx")
            classes = json.loads(session.get_modelmeta().custom_metadata_map["classes"])
            with open("preprocessing.json") as file:
                preprocessing = json.load(file)
            mean = np.array(preprocessing["mean"], dtype=np.float32).reshape(@BROADCAST@)
            scale = np.array(preprocessing["scale"], dtype=np.float32).reshape(@BROADCAST@)

            raw = np.zeros((1, @SIZES@), dtype=np.float32)  # @RAW@
            probabilities = session.run(["probabilities"], {"input": (raw - mean) * scale})[0]
            print(classes[int(probabilities[0].argmax())], probabilities[0].max())
            ```

            ## Java, ONNX Runtime

            With `com.microsoft.onnxruntime:onnxruntime` on the class path; mean and scale of each channel stand in
            `preprocessing.json`:

            ```java
            import ai.onnxruntime.OnnxTensor;
            import ai.onnxruntime.OrtEnvironment;
            import ai.onnxruntime.OrtSession;
            import java.nio.FloatBuffer;
            import java.util.Arrays;
            import java.util.Map;

            public class Classify {
                public static void main(String[] arguments) throws Exception {
                    float[] values = new float[@VALUES@]; // one sample, pre-processed: (raw - mean) * scale
                    OrtEnvironment environment = OrtEnvironment.getEnvironment();
                    try (OrtSession session = environment.createSession("model.onnx");
                            OnnxTensor input = OnnxTensor.createTensor(
                                    environment, FloatBuffer.wrap(values), new long[] {1, @LONGS@});
                            OrtSession.Result result = session.run(Map.of("input", input))) {
                        float[][] probabilities = (float[][]) result.get(0).getValue();
                        System.out.println(Arrays.toString(probabilities[0]));
                    }
                }
            }
            ```

            ## Java, DL4J

            With `org.deeplearning4j:deeplearning4j-core` and `org.nd4j:nd4j-native-platform`, both 1.0.0-M2.1, on the class
            path:

            ```java
            ComputationGraph network = ModelSerializer.restoreComputationGraph(new File("model-dl4j.zip"));
            INDArray probabilities = network.outputSingle(Nd4j.zeros(DataType.FLOAT, 1, @SIZES@)); // pre-processed
            ```

            To change the network or train it anew, start from `@CLASS@.java`: `@CLASS@.untrained()` builds it with random
            weights, `@CLASS@.trained(new File("model-dl4j.zip"))` with these.
            """;

    private final ExportOrder order;
    private final Experiment experiment;
    private final Agreement agreement;

    Readme(ExportOrder order, Experiment experiment, Agreement agreement) {
        this.order = order;
        this.experiment = experiment;
        this.agreement = agreement;
    }

    String text() {
        DatasetRef data = experiment.spec().dataset();
        List<Integer> shape = data.shape();
        boolean images = shape.size() == 3;
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return TEMPLATE
                .replace("@TRIAL@", order.metadata().get("trial"))
                .replace("@CLASS@", order.className())
                .replace("@SIZES@", sizes)
                .replace("@LONGS@", shape.stream().map(size -> size + "L").collect(Collectors.joining(", ")))
                .replace("@VALUES@", shape.stream().map(String::valueOf).collect(Collectors.joining(" * ")))
                .replace(
                        "@AXES@",
                        images ? "batch, channel, row, column" : "batch, feature")
                .replace("@RAW@", images ? "pixels of 0 to 255" : "the numbers of the table's features, in order")
                .replace("@BROADCAST@", images ? "-1, 1, 1" : "-1")
                .replace("@COUNT@", Integer.toString(data.classes().size()))
                .replace("@PROVED@", Integer.toString(agreement.samples()))
                .replace("@DIFFERENCE@", String.format(Locale.ROOT, "%.1e", agreement.largestDifference()))
                .replace("@FOLDED@", order.fold() ? "Batch normalisation is folded into the layers before it." : "")
                .replace("@CLASSES@", classes(data.classes()))
                .replace("@NAME@", plain(experiment.editable().name()))
                .replace("@DATA@", data.name());
    }

    private static String classes(List<String> names) {
        return names.stream().map(name -> "`" + plain(name) + "`").collect(Collectors.joining(", "));
    }

    /** On one line, without what Markdown or a comment would take for its own. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}`<>]", " ");
    }
}
