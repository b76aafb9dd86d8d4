package dev.skyline.hardware;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SpaceArchitectures;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every kind of target keeps that answers before training. */
public abstract class ModelledTargetContract extends HardwareTargetContract {

    /** Cells on images of 28×28 pixels, of which the candidate is one. */
    protected static final SearchSpace SPACE = Spaces.plugins()
            .create(
                    new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 8)),
                    Task.of(List.of(1, 28, 28), 10));

    protected static final Architecture CELL =
            SPACE.parse("|nor_conv_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|skip_connect~0|avg_pool_3x3~1|none~2|");

    protected final MemoryDocuments documents = new MemoryDocuments();

    /** Settings that differ from the defaults. */
    protected abstract Map<String, Object> settings();

    /** The document that the model is made of, where it is made of one. */
    protected abstract Optional<String> data();

    protected final Plugin<?, TargetContext, HardwareTarget> plugin() {
        return ModelledKinds.all(documents, settings -> SpaceArchitectures.of(settings, Spaces.plugins())).stream()
                .filter(plugin -> plugin.id().equals(id()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected final ModelledTarget target(String name) {
        TargetContext context =
                data().map(text -> documents.context(name, text)).orElse(TargetContext.named(name));
        return (ModelledTarget) plugin().create(settings(), context);
    }

    @Override
    protected final Candidate candidate() {
        return new Candidate(CELL, network(), 1, Optional.empty());
    }

    protected static Network network() {
        return SPACE.decode(CELL);
    }

    @Test
    void theSameQuestionHasTheSameAnswerAlways() {
        Optional<Measurements> first = target("board").predict(CELL, ModelledTargetContract::network);
        assertThat(first).isPresent();
        for (int i = 0; i < 3; i++) {
            assertThat(target("board").predict(CELL, ModelledTargetContract::network))
                    .isEqualTo(first);
        }
    }

    @Test
    void theSettingsOfTheKindTellThatItIsModelledAndOfWhatData() {
        assertThat(plugin().settings()).hasAnnotation(Modelled.class);
        assertThat(plugin().settings().getAnnotation(Modelled.class).data().isEmpty())
                .isEqualTo(data().isEmpty());
    }

    @Test
    void aKindThatIsMadeOfADocumentRefusesToBeMadeWithoutOne() {
        if (data().isPresent()) {
            assertThatThrownBy(() -> plugin().create(settings(), TargetContext.named("board")))
                    .hasMessageContaining("data");
        } else {
            assertThat(plugin().create(settings(), TargetContext.named("board")))
                    .isNotNull();
        }
    }

    @Test
    void aDocumentThatIsNoTableIsRefusedWhenTheTargetIsMade() {
        if (data().isPresent()) {
            assertThatThrownBy(() -> plugin().create(settings(), documents.context("board", "not;a\ntable,of,this")))
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessageContaining("data");
        }
    }
}
