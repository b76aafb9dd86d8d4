package dev.skyline.network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NetworkDocumentTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DENSE = "{'name': 'a', 'inputs': ['input'], 'layer': 'dense', 'units': 3}";

    @Test
    void aDocumentReadsBackToTheSameNetwork() {
        String json = JSON.writeValueAsString(NetworkDocument.write(EveryLayer.NETWORK));
        assertThat(NetworkDocument.read(document(json))).isEqualTo(EveryLayer.NETWORK);
    }

    @Test
    void everyKindOfLayerIsWritten() {
        assertThat(EveryLayer.NETWORK.nodes().stream().map(Node::layer).map(Object::getClass))
                .contains(Layer.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                      | input must be a list, not absent
            {'input': 'x'}                          | input must be a list, not 'x'
            {'input': [1, 8]}                       | input: a shape has one size or three, not 2
            {'input': [1, 0, 8]}                    | input: an image has at least one channel and one pixel, not 1×0×8
            {'input': [9, 99999, 99999]}            | input: an image of 9×99999×99999 has too many values
            {'input': [1e999999999]}                | input[0] must be a whole number of 32 bits, not Infinity
            {'input': [1.5]}                        | input[0] must be a whole number of 32 bits, not 1.5
            {'input': [4294967297]}                 | input[0] must be a whole number of 32 bits, not 4294967297
            {'input': [1]}                          | nodes must be a list, not absent
            {'input': [1], 'nodes': []}             | a network has from one to 20000 nodes, not 0
            {'input': [1], 'nodes': [7]}            | nodes[0] must be an object, not 7
            {'input': [1], 'nodes': [{'name': {}}]} | nodes[0].name must be a text, not an object
            """)
    void aDocumentOfNoNetworkIsRefusedWithThePlace(String json, String message) {
        assertRefused(document(json), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'layer': 'dense'                                    | nodes[0].units must be a whole number of 32 bits, not absent
            'layer': 'dense', 'units': '3'                      | nodes[0].units must be a whole number of 32 bits, not '3'
            'layer': 'dense', 'units': 0                        | nodes[0]: units must be at least 1, not 0
            'layer': 'dropout', 'rate': true                    | nodes[0].rate must be a number, not true
            'layer': 'dropout', 'rate': 1                       | nodes[0]: a dropout rate lies in [0, 1), not 1.0
            'layer': 'activation', 'function': 'relu'           | nodes[0].function must be one of HARD_SIGMOID, HARD_SWISH, LEAKY_RELU, RELU, RELU6, SIGMOID, SWISH, TANH, not 'relu'
            'layer': 'flatten'                                  | nodes[0] (a): Flatten[] takes an image, not a vector of 1
            'layer': 'identity', 'inputs': ['a']                | nodes[0] (a): its input a is no earlier node
            'layer': 'identity', 'inputs': []                   | nodes[0]: node a has no input
            'layer': 'identity', 'inputs': 'input'              | nodes[0].inputs must be a list, not 'input'
            'layer': 'identity', 'inputs': ['input', 1]         | nodes[0].inputs[1] must be a text, not 1
            'layer': 'identity', 'name': 'input'                | nodes[0]: a node needs a name of its own, of at most 200 characters, not 'input'
            'layer': ['dense']                                  | nodes[0].layer must be one of activation, add, batchNorm, concatenate, convolution, dense, depthwiseConvolution, dropout, flatten, globalPooling, identity, pooling, resize, scale, softmax, truncate, zero, not a list
            """)
    void aNodeThatIsNoneIsRefusedWithThePlace(String settings, String message) {
        Map<String, Object> node = document("{'name': 'a', 'inputs': ['input'], " + "'layer': ''}");
        node.putAll(document("{" + settings + "}"));
        assertRefused(Map.of("input", List.of(1), "nodes", List.of(node)), message);
    }

    @Test
    void aRepeatedNameIsRefused() {
        assertRefused(
                document("{'input': [1], 'nodes': [" + DENSE + ", " + DENSE + "]}"),
                "nodes[1] (a): there is another node of that name");
    }

    @Test
    void aDocumentOfManyMegabytesIsReadOrRefusedInAShortMessage() {
        Map<String, Object> node = document(DENSE);
        assertRefused(
                Map.of("input", List.of(1), "nodes", Collections.nCopies(200_000, node)),
                "a network has from one to 20000 nodes, not 200000");
        node.put("name", "x".repeat(5_000_000));
        assertRefused(
                Map.of("input", List.of(1), "nodes", List.of(node)),
                "nodes[0]: a node needs a name of its own, of at most 200 characters, not '" + "x".repeat(200) + "'");
        Map<String, Object> join = document("{'name': 'b', 'layer': 'concatenate'}");
        join.put("inputs", Collections.nCopies(500_000, Network.INPUT));
        assertThat(NetworkDocument.read(Map.of("input", List.of(1), "nodes", List.of(join)))
                        .shape("b"))
                .isEqualTo(Shape.features(500_000));
        join.put("layer", "add");
        join.put("inputs", List.of("input", "y".repeat(5_000_000)));
        assertRefused(
                Map.of("input", List.of(1), "nodes", List.of(join)),
                "nodes[0] (b): its input " + "y".repeat(200) + " is no earlier node");
    }

    @Test
    void aValueOfAnyDepthIsRefused() {
        Object deep = List.of();
        for (int i : IntStream.range(0, 100_000).toArray()) {
            deep = List.of(deep);
        }
        assertRefused(Map.of("input", List.of(deep)), "input[0] must be a whole number of 32 bits, not a list");
    }

    private static void assertRefused(Map<String, Object> document, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkDocument.read(document))
                .withMessage(message);
    }

    private static Map<String, Object> document(String json) {
        return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
    }
}
