package dev.skyline.config;

import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trials;
import dev.skyline.export.UntrainedModel;
import dev.skyline.onnx.UntrainedOnnx;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.AskTrials;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CloneExperiment;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.Histories;
import dev.skyline.search.ImportTrials;
import dev.skyline.search.ProposeTrial;
import dev.skyline.search.ReplayExperiment;
import dev.skyline.search.ServeClients;
import dev.skyline.search.SubmitExperiment;
import dev.skyline.search.TellTrial;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The use cases around trials that others evaluate, and around doing a search again. */
@Configuration(proxyBeanMethods = false)
class AskTellConfiguration {

    @Bean
    ServeClients serveClients(
            Experiments experiments,
            Trials trials,
            Suggestions suggestions,
            Histories histories,
            AdvanceExperiment advance,
            ExperimentEvents events,
            Clock clock) {
        return new ServeClients(experiments, trials, suggestions, histories, advance, events, clock);
    }

    @Bean
    AskTrials askTrials(ServeClients clients) {
        return new AskTrials(clients);
    }

    @Bean
    TellTrial tellTrial(
            Experiments experiments,
            Trials trials,
            Suggestions suggestions,
            LearningCurves curves,
            ServeClients clients,
            ExperimentEvents events,
            Clock clock) {
        return new TellTrial(experiments, trials, suggestions, curves, clients, events, clock);
    }

    @Bean
    ImportTrials importTrials(
            Experiments experiments, Trials trials, Catalogue catalogue, ExperimentEvents events, Clock clock) {
        return new ImportTrials(experiments, trials, catalogue, events, clock);
    }

    @Bean
    CloneExperiment cloneExperiment(
            Experiments experiments,
            Histories histories,
            SubmitExperiment submit,
            ControlExperiment control,
            ImportTrials imports) {
        return new CloneExperiment(experiments, histories, submit, control, imports);
    }

    @Bean
    ReplayExperiment replayExperiment(
            Experiments experiments, Trials trials, Histories histories, ProposeTrial propose) {
        return new ReplayExperiment(experiments, trials, histories, propose);
    }

    @Bean
    UntrainedModel untrainedModel() {
        return UntrainedOnnx::write;
    }
}
