package dev.skyline.space.stages;

import dev.skyline.network.Costs;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import dev.skyline.space.document.Documents;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class StagesTest extends SearchSpaceContract {

    private static final Task IMAGE_NET = new Task(Shape.image(3, 224, 224), 1000);

    @Override
    protected String id() {
        return "stages";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "stages",
                2,
                "channels",
                8,
                "depths",
                List.of(1, 2),
                "kernels",
                List.of(3, 5),
                "expansions",
                List.of(3));
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

    /** The first stage has one width: half of 8 channels is 8, too. */
    @Override
    protected double probability(String text) {
        return 1 / 128.0;
    }

    @Override
    protected List<String> badTexts() {
        return List.of("stage1.depth=1;stage1.kernel=3;stage1.squeeze=0", "stage1.depth=3");
    }

    @Test
    void onceForAllHasAsManyArchitecturesAsPublished() {
        SearchSpace space = space(Map.of("preset", "once-for-all"), IMAGE_NET);

        BigInteger layer = BigInteger.valueOf(3 * 3);
        BigInteger stage = layer.pow(2).add(layer.pow(3)).add(layer.pow(4));
        assertThat(space.size()).isEqualTo(stage.pow(5));
        assertThat(space.size().doubleValue()).isCloseTo(2e19, within(0.2e19));
    }

    /** Howard et al. 2019, tables 1 and 3: 5.4 million parameters, 219 million multiply-adds. */
    @Test
    void mobileNetV3LargeLiesInItsSpaceAndCostsWhatIsPublished() {
        SearchSpace space = space(Map.of("preset", "mobilenet-v3", "stemStride", 2), IMAGE_NET);
        Costs costs = Costs.of(space.decode(space.parse(layers(List.of(
                List.of("3:4", "3:3"),
                List.of("5:3", "5:3", "5:3"),
                List.of("3:6", "3:2.5", "3:2.3", "3:2.3"),
                List.of("3:6", "3:6"),
                List.of("5:6", "5:6", "5:6"))))));

        assertThat(costs.parameters()).isEqualTo(5_483_032);
        assertThat((double) costs.macs()).isCloseTo(219e6, within(0.02 * 219e6));
    }

    /** Tan et al. 2019, figure 7 and table 1: 3.9 million parameters, 312 million multiply-adds. */
    @Test
    void mnasNetA1LiesInItsSpaceAndCostsWhatIsPublished() {
        SearchSpace space = space(Map.of("preset", "mnasnet", "stemStride", 2), IMAGE_NET);
        Costs costs = Costs.of(space.decode(space.parse(String.join(
                ";",
                "stage1.depth=2;stage1.width=24;stage1.kernel=3;stage1.expansion=6;stage1.squeeze=0",
                "stage2.depth=3;stage2.width=40;stage2.kernel=5;stage2.expansion=3;stage2.squeeze=0.25",
                "stage3.depth=4;stage3.width=80;stage3.kernel=3;stage3.expansion=6;stage3.squeeze=0",
                "stage4.depth=2;stage4.width=112;stage4.kernel=3;stage4.expansion=6;stage4.squeeze=0.25",
                "stage5.depth=3;stage5.width=160;stage5.kernel=5;stage5.expansion=6;stage5.squeeze=0.25",
                "stage6.depth=1;stage6.width=320;stage6.kernel=3;stage6.expansion=6;stage6.squeeze=0"))));

        assertThat((double) costs.parameters()).isCloseTo(3.9e6, within(0.02 * 3.9e6));
        assertThat((double) costs.macs()).isCloseTo(312e6, within(0.02 * 312e6));
    }

    @Test
    void aPresetCanBeMadeNarrower() {
        SearchSpace space = space(Map.of("preset", "mnasnet", "widthMultiplier", 0.25), task());

        assertThat(Costs.of(space.decode(space.parse(((SearchSpace.Enumerable) space)
                                .all()
                                .findFirst()
                                .orElseThrow()
                                .text())))
                        .parameters())
                .isLessThan(300_000);
    }

    @Test
    void whatAPresetDecidesIsNotToBeGivenBesideIt() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> space(Map.of("preset", "mnasnet", "stages", 2), task()))
                .withMessageContaining("stages")
                .withMessageContaining("preset");
    }

    @Test
    void tablesHaveNoStages() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> space(Map.of(), new Task(Shape.features(4), 3)))
                .withMessageContaining("needs images");
    }

    private static SearchSpace space(Map<String, Object> settings, Task task) {
        return Spaces.plugins().create(new PluginSpec("stages", settings), task);
    }

    /** @param all kernel and expansion of each layer */
    private static String layers(List<List<String>> all) {
        StringJoiner text = new StringJoiner(";");
        for (int stage = 0; stage < all.size(); stage++) {
            String name = "stage" + (stage + 1) + ".";
            text.add(name + "depth=" + all.get(stage).size());
            for (int layer = 0; layer < all.get(stage).size(); layer++) {
                String[] layerText = all.get(stage).get(layer).split(":");
                text.add(name + (layer + 1) + ".kernel=" + layerText[0]);
                text.add(name + (layer + 1) + ".expansion=" + layerText[1]);
            }
        }
        return text.toString();
    }
}
