package dev.skyline.api.trial;

import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network as the API shows it: its document, and the shape of what each node gives. */
@Schema(name = "Network", description = "The layers that an architecture decodes to; the last node is the output")
record NetworkView(
        @Schema(
                description = "Shape of a sample: channels, height and width of an image, or the number of features",
                example = "[1, 8, 8]")
        List<Integer> input,

        @Schema(
                description = "Each with its name, the names of its inputs (input is the sample), its layer and the"
                        + " layer's properties, and the shape of what it gives",
                example = "[{\"name\": \"softmax\", \"inputs\": [\"input\"], \"layer\": \"softmax\", \"shape\": [10]}]")
        List<Map<String, Object>> nodes) {

    static NetworkView of(Network network) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Object each : (List<?>) NetworkDocument.write(network).get("nodes")) {
            Map<String, Object> node = new LinkedHashMap<>();
            ((Map<?, ?>) each).forEach((name, value) -> node.put((String) name, value));
            node.put("shape", NetworkDocument.writeShape(network.shape((String) node.get("name"))));
            nodes.add(node);
        }
        return new NetworkView(NetworkDocument.writeShape(network.input()), nodes);
    }
}
