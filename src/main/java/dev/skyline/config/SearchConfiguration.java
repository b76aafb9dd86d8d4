package dev.skyline.config;

import dev.skyline.benchmark.Benchmarks;
import dev.skyline.dataset.Datasets;
import dev.skyline.execution.LearningCurves;
import dev.skyline.execution.Leases;
import dev.skyline.execution.SoleWork;
import dev.skyline.execution.TrainedModels;
import dev.skyline.execution.TrialExecutor;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CheckDraft;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.Histories;
import dev.skyline.search.ProposeTrial;
import dev.skyline.search.ReadFront;
import dev.skyline.search.ReadHistory;
import dev.skyline.search.ReadNetwork;
import dev.skyline.search.Recommend;
import dev.skyline.search.RecoverLostTrials;
import dev.skyline.search.RemoveModels;
import dev.skyline.search.RunTrial;
import dev.skyline.search.SubmitExperiment;
import dev.skyline.space.StoredSpaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The use cases, which know no framework, made of the ports that the other rooms implement. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    SoleWork soleWork(Leases leases) {
        return new SoleWork(leases);
    }

    @Bean
    Histories histories(Trials trials) {
        return new Histories(trials);
    }

    @Bean
    CheckDraft checkDraft(
            Catalogue catalogue,
            Datasets datasets,
            Benchmarks benchmarks,
            HardwareTargets targets,
            StoredSpaces storedSpaces) {
        return new CheckDraft(catalogue, datasets, benchmarks, storedSpaces, targets);
    }

    @Bean
    SubmitExperiment submitExperiment(CheckDraft check, Experiments experiments, ExperimentEvents events, Clock clock) {
        return new SubmitExperiment(check, experiments, events, clock);
    }

    @Bean
    ProposeTrial proposeTrial(Catalogue catalogue, Trials trials, Clock clock) {
        return new ProposeTrial(catalogue, trials, clock);
    }

    @Bean
    AdvanceExperiment advanceExperiment(
            Experiments experiments,
            Trials trials,
            Histories histories,
            ProposeTrial propose,
            TrialExecutor executor,
            ExperimentEvents events,
            Clock clock) {
        return new AdvanceExperiment(experiments, trials, histories, propose, executor, events, clock);
    }

    @Bean
    TrialRunner trialRunner(
            Experiments experiments,
            Trials trials,
            LearningCurves curves,
            Catalogue catalogue,
            AdvanceExperiment advance,
            ExperimentEvents events,
            Clock clock) {
        return new RunTrial(experiments, trials, curves, catalogue, advance, events, clock);
    }

    @Bean
    ControlExperiment controlExperiment(
            Experiments experiments,
            Trials trials,
            Histories histories,
            AdvanceExperiment advance,
            RemoveModels models,
            ExperimentEvents events,
            Clock clock) {
        return new ControlExperiment(experiments, trials, histories, advance, models, events, clock);
    }

    @Bean
    RemoveModels removeModels(Trials trials, TrainedModels models, Clock clock) {
        return new RemoveModels(trials, models, clock);
    }

    @Bean
    RecoverLostTrials recoverLostTrials(Experiments experiments, Trials trials, TrialExecutor executor, Clock clock) {
        return new RecoverLostTrials(experiments, trials, executor, clock);
    }

    @Bean
    Recommend recommend(Histories histories) {
        return new Recommend(histories);
    }

    @Bean
    ReadFront readFront(Histories histories) {
        return new ReadFront(histories);
    }

    @Bean
    ReadHistory readHistory(Histories histories) {
        return new ReadHistory(histories);
    }

    @Bean
    ReadNetwork readNetwork(Catalogue catalogue) {
        return new ReadNetwork(catalogue);
    }
}
