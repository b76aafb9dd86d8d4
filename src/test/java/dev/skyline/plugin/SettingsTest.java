package dev.skyline.plugin;

import dev.skyline.plugin.InvalidSettings.Violation;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingsTest {

    enum Head {
        FLATTEN,
        GLOBAL_AVERAGE
    }

    record Settings(
            @Setting(about = "How many", value = "3", min = 1, max = 10, unit = "epochs")
            int count,

            @Setting(about = "How fast", value = "0.01", min = 0)
            double rate,

            @Setting(about = "Which", value = "global-average")
            Head head,

            @Setting(about = "Widths", value = "8, 16", min = 1)
            List<Integer> widths,

            @Setting(
                    about = "Kinds",
                    value = "a,b",
                    choices = {"a", "b", "c"})
            List<String> kinds,

            @Setting(about = "Whether", value = "true") boolean on) {

        Settings {
            if (count > 5 && !on) {
                throw new InvalidSettings("count", "must be at most 5 when off");
            }
        }
    }

    private final Plugin<Settings, String, String> plugin =
            new Plugin<>("some", "Something", "", Settings.class, (settings, context) -> context + settings.count());

    @Test
    void defaultsFillWhatIsNotGiven() {
        assertThat(plugin.settings(Map.of("count", 4)))
                .isEqualTo(new Settings(4, 0.01, Head.GLOBAL_AVERAGE, List.of(8, 16), List.of("a", "b"), true));
    }

    @Test
    void thePluginIsMadeOfItsSettingsAndItsContext() {
        assertThat(plugin.create(Map.of(), "context ")).isEqualTo("context 3");
    }

    @Test
    void everyFaultIsNamedAtOnceWithWhatIsValid() {
        InvalidSettings refused = catchThrowableOfType(
                InvalidSettings.class,
                () -> plugin.settings(Map.of(
                        "epochz", 1, "count", 11, "rate", "fast", "head", "tail", "widths", 3, "kinds", List.of("z"))));

        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        new Violation(
                                "epochz", "there is no such setting; valid are count, rate, head, widths, kinds, on"),
                        new Violation("count", "must lie in [1, 10], not 11"),
                        new Violation("rate", "must be a number, not fast"),
                        new Violation("head", "must be one of flatten, global-average, not tail"),
                        new Violation("widths", "must be a list, not 3"),
                        new Violation("kinds", "must be one of a, b, c, not z"));
    }

    @Test
    void wholeNumbersAreNotRoundedAndHugeOnesNotCutOff() {
        assertThatThrownBy(() -> plugin.settings(Map.of("count", 2.5))).hasMessageContaining("whole number");
        assertThatThrownBy(() -> plugin.settings(Map.of("count", 4_294_967_297L)))
                .hasMessageContaining("must lie in [1, 10]");
        assertThat(plugin.settings(Map.of("count", 2.0)).count()).isEqualTo(2);
    }

    @Test
    void listsMustHoldSomethingAndNothingTwice() {
        assertThatThrownBy(() -> plugin.settings(Map.of("widths", List.of()))).hasMessageContaining("not be empty");
        assertThatThrownBy(() -> plugin.settings(Map.of("widths", List.of(8, 8))))
                .hasMessageContaining("twice");
    }

    @Test
    void whatTheRecordItselfRefusesIsAFaultOfItsField() {
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> plugin.settings(Map.of("count", 6, "on", false)));
        assertThat(refused.violations()).containsExactly(new Violation("count", "must be at most 5 when off"));
    }

    @Test
    void theSchemaSaysWhatTheReaderAccepts() {
        Map<String, Object> schema = SettingsSchema.of(Settings.class);

        assertThat(schema).containsEntry("additionalProperties", false);
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertThat(properties.get("count"))
                .isEqualTo(Map.of(
                        "description",
                        "How many",
                        "type",
                        "integer",
                        "minimum",
                        1L,
                        "maximum",
                        10L,
                        "default",
                        3,
                        "x-unit",
                        "epochs"));
        assertThat(properties.get("head"))
                .isEqualTo(Map.of(
                        "description", "Which",
                        "type", "string",
                        "enum", List.of("flatten", "global-average"),
                        "default", "global-average"));
        assertThat(properties.get("widths"))
                .isEqualTo(Map.of(
                        "description",
                        "Widths",
                        "type",
                        "array",
                        "items",
                        Map.of("type", "integer", "minimum", 1L),
                        "minItems",
                        1,
                        "uniqueItems",
                        true,
                        "default",
                        List.of(8, 16)));
    }

    @Test
    void aCompletedChoiceReadsBackToTheSameSettings() {
        Plugins<String, String> plugins = new Plugins<>("thing", List.of(plugin));
        PluginSpec complete = plugins.complete(new PluginSpec("some", Map.of("head", "flatten")));

        assertThat(complete.settings()).containsOnlyKeys("count", "rate", "head", "widths", "kinds", "on");
        assertThat(plugin.settings(complete.settings())).isEqualTo(plugin.settings(Map.of("head", "flatten")));
        assertThat(plugins.complete(complete)).isEqualTo(complete);
    }

    @Test
    void settingsThatAStoreHasShuffledAreShownInTheOrderOfTheirDeclaration() {
        Plugins<String, String> plugins = new Plugins<>("thing", List.of(plugin));
        Map<String, Object> shuffled = new LinkedHashMap<>();
        List.of("on", "gone", "rate", "count").forEach(name -> shuffled.put(name, 1));

        assertThat(plugins.ordered(new PluginSpec("some", shuffled)).settings().keySet())
                .containsExactly("count", "rate", "on", "gone");
        assertThat(plugins.ordered(new PluginSpec("other", shuffled)).settings().keySet())
                .containsExactly("on", "gone", "rate", "count");
    }

    @Test
    void anUnknownPluginIsRefusedWithTheKnownOnes() {
        Plugins<String, String> plugins = new Plugins<>("thing", List.of(plugin));
        assertThatThrownBy(() -> plugins.create(PluginSpec.of("other"), ""))
                .isInstanceOf(UnknownPlugin.class)
                .hasMessage("there is no thing 'other'; valid are some");
    }
}
