package dev.skyline.trainer;

import dev.skyline.execution.ModelAppraiser.Description;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.trainer.child.ScriptedChild.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a hostile model file does to its child, and to nobody else. */
@Timeout(120)
class ForeignModelTest {

    @Test
    void aModelIsDescribed() throws InterruptedException {
        try (TrainerPool pool = pool(Duration.ofMinutes(1))) {
            assertThat(describe(pool, Script.TRAIN)).isEqualTo(new Description(List.of(1, 8, 8), 10, 650));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BUG, ModelRefused, no such operator",
        "CRASH, WorkerLost, SIGSEGV",
        "GREEDY_NATIVELY, OutOfMemory, more than 400 MB",
        "DEAF, TimedOut, 5 s"
    })
    void oneThatDoesHarmHarmsItsChildAlone(Script script, String code, String message) throws InterruptedException {
        try (TrainerPool pool = pool(Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> describe(pool, script))
                    .isInstanceOfSatisfying(
                            ModelUnfit.class, e -> assertThat(e.code()).isEqualTo(code))
                    .hasMessageContaining(message);
            assertThat(describe(pool, Script.TRAIN).classes()).isEqualTo(10);
        }
    }

    private static Description describe(TrainerPool pool, Script script) throws InterruptedException {
        return new ChildAppraiser(pool, Path.of("nowhere")).describe(Path.of("target", script.name()));
    }

    private static TrainerPool pool(Duration limit) {
        TrainerSettings like = Trainers.settings(1);
        return Trainers.pool(new TrainerSettings(
                1,
                like.heapBytes(),
                like.memoryBytes(),
                400L << 20,
                1,
                like.startLimit(),
                like.cancelLimit(),
                like.quietLimit(),
                limit,
                like.stallLimit(),
                like.nativeCache(),
                like.crashLogs(),
                like.scratch()));
    }
}
