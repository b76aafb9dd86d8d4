package dev.skyline.space.document;

import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is refused, and by which place. */
class BadDocumentsTest {

    private static final Task TASK = new Task(Shape.image(1, 8, 8), 10);
    private static final String FREE = "{\"layer\": \"convolution\", \"filters\": 8, \"kernel\": {\"choice\": [1, 3]}}";

    /** LAYERS stand beside a layer whose kernel is 1 or 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "conv"                                                  |                    | there is no layer 'conv'; valid are convolution
                    {"layer": "conv"}                                       | .layer             | there is no layer
                    {"layer": "pooling", "filters": 3}                      | .filters           | there is no such field; valid are layer, name
                    {"layer": "convolution", "kernel": 0}                   | .kernel            | must be a whole number in [1, 31], not 0
                    {"layer": "convolution", "kernel": 2.5}                 | .kernel            | whole number
                    {"layer": "convolution", "kernel": "three"}             | .kernel            | must be a whole number
                    {"layer": "convolution", "kernel": {"choice": []}}      | .kernel.choice     | must not be empty
                    {"layer": "convolution", "kernel": {"choice": [3, 0]}}  | .kernel.choice[1]  | whole number
                    {"layer": "convolution", "kernel": {"choice": [3, 3]}}  | .kernel.choice[1]  | stands twice
                    {"layer": "convolution", "kernel": {"of": [3]}}         | .kernel            | must be a value, or have choice
                    {"layer": "convolution", "kernel": {"from": 5, "to": 3}}| .kernel.to         | at least from
                    {"layer": "convolution", "kernel": {"from": 1, "to": 5, "factor": 1}} | .kernel.factor | above 1
                    {"layer": "convolution", "kernel": {"from": 1, "to": 5, "step": 0}}   | .kernel.step   | above 0
                    {"layer": "convolution", "kernel": {"from": 1}}         | .kernel.to         | must be a number
                    {"layer": "convolution", "filters": {"from": 1, "to": 8000}} | .filters      | at most 200 values
                    {"layer": "convolution", "kernel": "$size"}             | .kernel            | 'size' is no decision
                    {"layer": "convolution", "norm": 1}                     | .norm              | true or false
                    {"layer": "convolution", "activation": "rellu"}         | .activation        | must be one of relu
                    {"layer": "dense"}                                      | .units             | is needed
                    {"layer": "dense", "units": 4}                          |                    | takes a vector
                    {"layer": "convolution", "groups": 3}                   |                    | into groups
                    {"layer": "convolution", "filters": 8, "groups": {"choice": [1, 3]}} |       | into groups
                    {"layer": "truncate", "channels": 9}                    |                    | cannot take
                    {"layer": "pooling", "kernel": 1, "stride": 3}          |                    | stride
                    {"layers": ["flatten", "norm", {"layer": "convolution"}]} | .layers[2]       | takes an image
                    {"choice": ["identity", "flatten"], "name": "end"}      | ^.layers[2]        | takes an image
                    {"choice": ["identity"]}                                | .choice            | two or more
                    {"choice": ["identity", "identity"]}                    | .choice[1]         | give it a name
                    {"choice": [{"layers": ["norm"]}, "norm"]}              | .choice[0]         | needs a name
                    {"choice": [{"layer": "norm", "if": "a = 1"}, "zero"]}  | .choice[0].if      | cannot stand at an option
                    {"layer": "norm", "if": "kernel > 1"}                   | .if                | 'kernel' is no decision
                    {"layer": "convolution", "kernel": {"choice": [1, 3]}, "dilation": {"choice": [1, 2], "if": "kernel > 5", "else": 1}} | .dilation.if | can never hold: kernel is one of 1, 3
                    {"layer": "convolution", "kernel": {"choice": [1, 3]}, "dilation": {"choice": [1, 2], "if": "kernel > 1"}} | .dilation.else | is needed
                    {"layer": "convolution", "kernel": {"choice": [1, 3]}, "dilation": {"choice": [1, 2], "if": "kernel", "else": 1}}  | .dilation.if | must read like
                    {"layer": "convolution", "kernel": {"choice": [1, 3]}, "dilation": {"choice": [1, 2], "if": "kernel = 1 and kernel = 3", "else": 1}} | .dilation.if | can never hold together
                    {"decisions": [{"name": "a", "choice": [1, 2]}], "layers": [{"layers": [{"layer": "norm", "if": "a = 1"}], "if": "a = 2"}]} | .layers[0].layers[0].if | can never hold together
                    {"decisions": [{"name": "a b", "choice": [1, 2]}], "layers": ["norm"]} | .decisions[0].name | must be a letter
                    {"decisions": [{"name": "kernel", "choice": [3, 5]}], "layers": [{"layer": "depthwise", "kernel": {"choice": [3, 5]}}]} | .layers[0].kernel | second decision of the name
                    {"layers": ["norm"], "repeat": 0}                       | .repeat            | leaves nothing
                    {"layers": ["norm"], "repeat": 201}                     | .repeat            | [0, 200]
                    {"layers": ["norm"], "skip": "always"}                  | .skip              | must be one of
                    {"layers": []}                                          | .layers            | must not be empty
                    {"layers": "norm"}                                      | .layers            | must be a list
                    {"cell": {"nodes": 1, "operations": ["zero", "norm"]}}  | .cell.nodes        | [2, 12]
                    {"cell": {"nodes": 3, "operations": ["zero"]}}          | .cell.operations   | two or more
                    {"cell": {"nodes": 3, "operations": ["zero", {"layer": "convolution", "filters": 5}]}} | .cell.operations[1] | must give the shape
                    {"cell": {"nodes": 3, "operations": ["zero", "norm"], "edges": [[0, 1], [2, 1]]}}      | .cell.edges[1] | no cycle
                    {"cell": {"nodes": 3, "operations": ["zero", "norm"], "edges": [[0, 1], [0, 1]]}}      | .cell.edges[1] | twice
                    {"cell": {"nodes": 4, "operations": ["zero", "norm"], "edges": [[0, 1], [1, 3]]}}      | .cell.edges    | nowhere to node 2
                    {"cell": {"nodes": 3, "operations": ["zero", "norm"], "edges": [[0, 1], [0, 2]]}}      | .cell.edges    | nowhere from node 1
                    {"use": "nothing"}                                      | .use               | there is no block 'nothing'
                    {"use": "loop"}                                         | #.blocks.other.layers[0].use | is a cycle: loop uses other uses loop
                    7                                                       |                    | must be the name of a layer
                    """)
    void aBlockThatMakesNoSenseIsRefusedByItsPlace(String block, String place, String message) {
        String json = "{\"stages\": [{\"layers\": [" + FREE + ", " + block + ", {\"layer\": \"convolution\"}]}]"
                + (block.contains("loop")
                        ? ", \"blocks\": {\"loop\": {\"layers\": [{\"use\": \"other\"}]}, \"other\": {\"layers\": [{\"use\":"
                                + " \"loop\"}]}}"
                        : "")
                + "}";
        String path = place == null ? "" : place;
        String expected = path.startsWith("#")
                ? "document" + path.substring(1)
                : path.startsWith("^")
                        ? "document.stages[0]" + path.substring(1)
                        : "document.stages[0].layers[1]" + path;

        Violation violation = refused(Documents.read(json));
        assertThat(violation.field()).isEqualTo(expected);
        assertThat(violation.message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                       | document.stages           | must be a list, not absent
                    {"stages": []}                                           | document.stages           | must not be empty
                    {"stages": ["norm"], "stage": 3}                         | document.stage            | there is no such field; valid are about
                    {"stages": ["norm", {"layer": "depthwise", "kernel": 3}]} | document                 | leaves a single architecture
                    {"stages": [{"layer": "norm", "name": "softmax"}]}       | document.stages[0].name   | must be another name
                    {"stages": [{"layer": "norm", "name": "a"}, {"layer": "norm", "name": "a"}]} | document.stages[1] | a second block
                    {"stages": ["norm"], "blocks": {"a": {"layers": ["norm"]}}} | document.blocks.a      | is used nowhere
                    {"stages": [{"layers": ["norm"], "shared": true}]}          | document.stages[0].shared | there is no such field
                    {"stages": ["norm"], "blocks": {"a": {"layers": ["norm"], "if": "b = 1"}}} | document.blocks.a.if | there is no such field
                    {"stages": ["norm"], "blocks": {"a": {"layer": "norm"}}}    | document.blocks.a.layer | there is no such field
                    """)
    void aDocumentThatMakesNoSenseIsRefusedByItsPlace(String json, String path, String message) {
        Violation violation = refused(Documents.read(json));
        assertThat(violation.field()).isEqualTo(path);
        assertThat(violation.message()).contains(message);
    }

    static Stream<Map<String, Object>> bombs() {
        Object free = Documents.read(FREE);
        return Stream.of(
                // A document of 5 MB.
                stages(IntStream.range(0, 500_000).mapToObj(i -> "identity").toList()),
                // Nested deep.
                stages(List.of(nested(2_000))),
                // Repeats of repeats.
                stages(List.of(repeated(free, 4))),
                // Depths of depths.
                stages(List.of(repeated(free, 2))),
                // Blocks that use the next one twice: 2⁶⁰ layers.
                doubling(60),
                // A text of a million characters.
                stages(List.of("x".repeat(1_000_000))),
                // Widths in all combinations.
                stages(IntStream.range(0, 600)
                        .<Object>mapToObj(BadDocumentsTest::anyWidth)
                        .toList()),
                // Conditions on all decisions at once.
                entangled());
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatExplodesIsRefusedWithinASecond(Map<String, Object> document) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(refused(document).field()).startsWith("document");
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theOrderOfKeysDoesNotMatter() {
        for (int i = 0; i < 2; i++) {
            Map<String, Object> document = Documents.ofPage(i);
            DocumentSpace space = DocumentSpace.of(document, TASK);
            DocumentSpace other = DocumentSpace.of(reversed(document), TASK);
            assertThat(other.decisions()).isEqualTo(space.decisions());
            assertThat(other.all().limit(50)).isEqualTo(space.all().limit(50).toList());
        }
    }

    @Test
    void whatCanBeRuledOutByAConditionIsNoFault() {
        assertThatCode(() -> DocumentSpace.of(Documents.read("""
                        {"stages": [{
                          "decisions": [{"name": "flat", "choice": [true, false]}],
                          "layers": [
                            {"layer": "flatten", "if": "flat = true"},
                            {"layer": "dense", "units": 8, "if": "flat = true"},
                            {"layer": "convolution", "filters": 8, "if": "flat = false"}
                          ]}]}"""), TASK)).doesNotThrowAnyException();
    }

    @Test
    void whatIsDecidedWithinAnOperationOfACellIsTriedToo() {
        assertThat(refused(Documents.read("""
                        {"stages": [
                          {"layer": "convolution", "filters": 8},
                          {"cell": {"nodes": 3, "operations": [
                            "zero", {"layer": "convolution", "groups": {"choice": [2, 3]}}]}}]}""")))
                .extracting(Violation::field)
                .isEqualTo("document.stages[1].cell.operations[1]");
    }

    /** Four decisions of six options that later layers ask for again: more combinations than are told apart. */
    @Test
    void whereCombinationsAreTooManyEachChoiceIsStillTried() {
        String options = "{\"choice\": [1, 2, 3, 4, 5, 6]}";
        StringBuilder layers = new StringBuilder();
        for (int round = 0; round < 2; round++) {
            for (String name : List.of("a", "b", "c", "d")) {
                layers.append("{\"layer\": \"convolution\", \"filters\": \"$")
                        .append(name)
                        .append("\"}, ");
            }
        }
        String decisions = List.of("a", "b", "c", "d").stream()
                .map(name -> options.replace("{", "{\"name\": \"" + name + "\", "))
                .toList()
                .toString();
        String choice =
                "{\"name\": \"end\", \"choice\": [\"norm\", {\"layer\": \"convolution\", \"filters\": \"$a\"}]}";
        String json = "{\"stages\": [{\"decisions\": " + decisions + ", \"layers\": [" + layers + choice + "]}]}";

        assertThat(DocumentSpace.of(Documents.read(json), TASK).size()).isEqualTo(2 * 6 * 6 * 6 * 6);
        assertThat(refused(Documents.read(json.replace("\"norm\"", "{\"layer\": \"truncate\", \"channels\": 7}")))
                        .message())
                .contains("cannot take");
    }

    private static Violation refused(Map<String, Object> document) {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> DocumentSpace.of(document, TASK));
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.violations()).hasSize(1);
        assertThat(refused.violations().get(0).message()).hasSizeLessThan(1_000);
        return refused.violations().get(0);
    }

    private static Map<String, Object> stages(List<?> stages) {
        return Map.of("stages", stages);
    }

    private static Object nested(int depth) {
        Object block = "norm";
        for (int i = 0; i < depth; i++) {
            block = Map.of("layers", List.of(block));
        }
        return block;
    }

    private static Object repeated(Object layer, int times) {
        Object block = layer;
        for (int i = 0; i < times; i++) {
            block = Map.of("layers", List.of(block), "repeat", Map.of("from", 1, "to", 200));
        }
        return block;
    }

    private static Map<String, Object> doubling(int count) {
        Map<String, Object> blocks = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object next = i + 1 < count ? Map.of("use", "b" + (i + 1)) : "norm";
            blocks.put("b" + i, Map.of("layers", List.of(next, next)));
        }
        return Map.of("blocks", blocks, "stages", List.of(Map.of("use", "b0")));
    }

    private static Map<String, Object> anyWidth(int i) {
        return Map.of(
                "layer",
                "convolution",
                "filters",
                Map.of("from", 1 + i, "to", 200 + i),
                "kernel",
                1,
                "stride",
                1 + i % 2);
    }

    private static Map<String, Object> entangled() {
        List<Object> decisions = new ArrayList<>();
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            decisions.add(Map.of("name", "d" + i, "choice", List.of(1, 2, 3)));
            condition.append(i == 0 ? "" : " and ").append("d").append(i).append(" > 1");
        }
        decisions.add(Map.of("name", "last", "choice", List.of(1, 2), "if", condition.toString(), "else", 1));
        return Map.of("decisions", decisions, "stages", List.of(Map.of("layer", "convolution", "stride", "$last")));
    }

    private static Object reversed(Object value) {
        return value instanceof Map<?, ?> map ? reversed(map) : value;
    }

    private static Map<String, Object> reversed(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Object value = entries.get(i).getValue();
            result.put(
                    (String) entries.get(i).getKey(),
                    value instanceof List<?> list
                            ? list.stream().map(BadDocumentsTest::reversed).toList()
                            : reversed(value));
        }
        return result;
    }
}
