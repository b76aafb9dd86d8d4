package dev.skyline.space.document;

import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The second document of docs/search-spaces.md. */
class CellDocumentTest extends SearchSpaceContract {

    private static final String CELL = "cell.0-1=%s;cell.0-2=%s;cell.1-2=%s;cell.1-3=%s;cell.2-3=%s;";
    private static final String SKELETON = "stem.filters=8;reduction.choice=pooling";

    @Override
    protected String id() {
        return "user-defined";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("document", Documents.ofPage(1));
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(3, 8, 8), 4);
    }

    @Override
    protected int differences(String a, String b) {
        return Documents.differences(a, b);
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return Documents.isBetween(child, mother, father);
    }

    @Override
    protected double probability(String text) {
        return Math.pow(3, -5) / 4;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(SKELETON, text("zero", "zero", "zero", "zero", "dense"), "stem.filters=8");
    }

    @Test
    void aSharedCellIsDecidedOnce() {
        assertThat(space().size()).isEqualTo(243 * 4);
    }

    @Test
    void aSharedBlockThatASharedBlockUsesIsDecidedOnceToo() {
        DocumentSpace nested = DocumentSpace.of(Documents.read("""
                        {"blocks": {
                           "a": {"shared": true, "layers": [{"use": "b"}, {"use": "b"}]},
                           "b": {"shared": true, "layers": [{"layer": "convolution", "kernel": {"choice": [1, 3]}}]}},
                         "stages": [{"use": "a"}, {"use": "b"}, {"use": "a"}]}"""), task());
        assertThat(nested.decisions()).extracting(Decision::name).containsExactly("b.kernel");
    }

    @Test
    void aNodeIsTheSumOfItsEdgesWithoutZeros() {
        Network network = network("separable", "identity", "zero", "separable", "identity");
        assertThat(network.shape("first.2.0-1.activation")).isEqualTo(Shape.image(8, 8, 8));
        assertThat(network.withoutDeadNodes().nodes())
                .extracting(node -> node.name())
                .contains("first.1.3.sum", "second.2.0-1.depthwise")
                .doesNotContain("first.1.1-2", "first.1.2.sum");
    }

    @Test
    void cellsThatComputeTheSameShareAnIdentity() {
        String one = text("identity", "zero", "separable", "zero", "identity");
        String other = text("identity", "separable", "zero", "zero", "identity");
        assertThat(space().parse(one).id()).isEqualTo(space().parse(other).id());
        assertThat(space().parse(text("identity", "identity", "zero", "zero", "identity"))
                        .id())
                .isNotEqualTo(space().parse(one).id());
    }

    private Network network(Object... operations) {
        return space().decode(space().parse(text(operations)));
    }

    private static String text(Object... operations) {
        return String.format(CELL, operations) + SKELETON;
    }
}
