package dev.skyline.experiment;

import dev.skyline.metric.Measurements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of suggestions promises. */
public abstract class SuggestionsContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Experiment experiment;

    protected abstract Experiments experiments();

    protected abstract Trials trials();

    protected abstract Suggestions suggestions();

    @BeforeEach
    void add() {
        experiment = ExperimentExamples.experiment();
        experiments().add(experiment);
    }

    private Suggestion given(int number, String client) {
        Trial trial = ExperimentExamples.trial(experiment.id(), number).started(NOW);
        trials().add(trial);
        Suggestion suggestion = new Suggestion(trial.id(), client, NOW.plusSeconds(60));
        suggestions().put(suggestion);
        return suggestion;
    }

    @Test
    void theyAreFoundByTrialAndListedByNumber() {
        Suggestion second = given(2, "b");
        Suggestion first = given(1, "a");

        assertThat(suggestions().find(first.trial())).contains(first);
        assertThat(suggestions().open(experiment.id())).containsExactly(first, second);
        assertThat(suggestions().find(new TrialId(experiment.id(), 3))).isEmpty();
    }

    @Test
    void aLaterOneTakesThePlaceOfAnEarlierOne() {
        Suggestion first = given(1, "a");
        Suggestion later = new Suggestion(first.trial(), "b", NOW.plusSeconds(120));
        suggestions().put(later);

        assertThat(suggestions().open(experiment.id())).containsExactly(later);
    }

    @Test
    void thoseOfFinishedTrialsAreNotOpen() {
        Suggestion first = given(1, "a");
        trials().record(
                        first.trial(),
                        1,
                        TrialOutcome.completed(Measurements.none(), Optional.empty()),
                        NOW.plusSeconds(1))
                .orElseThrow();

        assertThat(suggestions().open(experiment.id())).isEmpty();
        assertThat(suggestions().find(first.trial())).contains(first);
    }

    @Test
    void theyGoWithTheirExperiment() {
        Suggestion first = given(1, "a");
        experiments().delete(experiment.id());

        assertThat(suggestions().find(first.trial())).isEmpty();
    }
}
