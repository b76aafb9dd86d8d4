package dev.skyline.dl4j;

import dev.skyline.estimator.TrainingSettings.Schedule;

/** The step size over a training. */
final class LearningRate {

    private final Schedule schedule;
    private final double start;
    private final long steps;

    /** @param steps mini-batches of the whole training */
    LearningRate(Schedule schedule, double start, long steps) {
        this.schedule = schedule;
        this.start = start;
        this.steps = steps;
    }

    /** @param step from 0 */
    double at(long step) {
        double progress = (double) step / steps;
        return switch (schedule) {
            case CONSTANT -> start;
            case COSINE -> start * (1 + Math.cos(Math.PI * progress)) / 2;
            case STEP -> progress < 0.5 ? start : progress < 0.75 ? start / 10 : start / 100;
        };
    }
}
