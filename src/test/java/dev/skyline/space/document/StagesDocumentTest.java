package dev.skyline.space.document;

import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The first document of docs/search-spaces.md. */
class StagesDocumentTest extends SearchSpaceContract {

    @Override
    protected String id() {
        return "user-defined";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("document", Documents.ofPage(0));
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
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
        return Documents.decisions(text).keySet().stream()
                .mapToDouble(name -> name.equals("late.repeat") ? 1.0 / 3 : 1.0 / 2)
                .reduce(1, (a, b) -> a * b);
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "early.depth=1",
                "stem.bend=swish;early.depth=1;early.kernel=3;early.1.expansion=2;late.repeat=3",
                "stem.bend=swish;early.depth=1;early.kernel=3;early.squeeze=0;early.1.expansion=2;late.repeat=0",
                "stem.bend=swish;early.depth=1;early.kernel=3;early.1.expansion=2;early.2.expansion=2;late.repeat=0",
                "stem.bend=swish;early.kernel=3;early.depth=1;early.1.expansion=2;late.repeat=0",
                "stem.bend=swish;early.depth=1;early.kernel=3;early.1.expansion=2;late.repeat=0;",
                "stem.bend=swish;early.depth=1;early.depth=1;early.kernel=3;early.1.expansion=2;late.repeat=0");
    }

    @Test
    void decisionsAreCountedOnlyWhereTheyApply() {
        // Two bends; two expansions a layer; kernel 3, or kernel 5 with or without squeeze; two widths a repetition.
        assertThat(space().size()).isEqualTo(2 * (2 + 4) * (1 + 2) * (1 + 2 + 4));
    }

    @Test
    void whatIsDecidedIsWhatIsBuilt() {
        Network small = network("stem.bend=swish;early.depth=1;early.kernel=3;early.1.expansion=2;late.repeat=0");
        assertThat(small.shape("classifier.pool")).isEqualTo(Shape.features(16));
        assertThat(Costs.of(small).parameters())
                .isEqualTo((9 * 8 + 16) // stem
                        + (8 * 16 + 32) // expansion
                        + (16 * 9 + 32) // depthwise
                        + (16 * 16 + 32) // projection
                        + 17 * 10);
        Network deep = network(
                "stem.bend=activation;early.depth=2;early.kernel=5;early.squeeze=0.25;early.1.expansion=2;early.2.expansion=4;"
                        + "late.repeat=1;late.1.filters=32");
        assertThat(deep.nodes()).extracting(node -> node.name()).contains("early.2.sum", "early.1.se.scale");
        assertThat(deep.shape("late.1#skip.sum")).isEqualTo(Shape.image(32, 4, 4));
        assertThat(deep.shape("late.1#projection.norm")).isEqualTo(Shape.image(32, 4, 4));
    }

    private Network network(String text) {
        return space().decode(space().parse(text));
    }
}
