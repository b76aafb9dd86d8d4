package dev.skyline.experiment;

/** Identity of a trial: its experiment and its number there, from 1. */
public record TrialId(ExperimentId experiment, int number) {

    @Override
    public String toString() {
        return experiment + "/" + number;
    }
}
