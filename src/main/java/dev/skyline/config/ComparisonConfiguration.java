package dev.skyline.config;

import dev.skyline.comparison.Comparisons;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.search.AdvanceComparisons;
import dev.skyline.search.CheckDraft;
import dev.skyline.search.CompareStrategies;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.DeleteComparison;
import dev.skyline.search.ReadComparison;
import dev.skyline.search.SubmitExperiment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The use cases around comparisons. */
@Configuration(proxyBeanMethods = false)
class ComparisonConfiguration {

    /** Experiments of one comparison that run at a time, on all nodes together. */
    private static final int AT_ONCE = 4;

    @Bean
    CompareStrategies compareStrategies(
            CheckDraft check, SubmitExperiment submit, Comparisons comparisons, Clock clock) {
        return new CompareStrategies(check, submit, comparisons, clock);
    }

    @Bean
    AdvanceComparisons advanceComparisons(Comparisons comparisons, ControlExperiment control, Clock clock) {
        return new AdvanceComparisons(comparisons, control, AT_ONCE, clock);
    }

    @Bean
    ReadComparison readComparison(Comparisons comparisons, Experiments experiments, TrialTable trials) {
        return new ReadComparison(comparisons, experiments, trials);
    }

    @Bean
    DeleteComparison deleteComparison(Comparisons comparisons, ControlExperiment control, Clock clock) {
        return new DeleteComparison(comparisons, control);
    }
}
