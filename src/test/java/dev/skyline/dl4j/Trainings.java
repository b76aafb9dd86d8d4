package dev.skyline.dl4j;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress.Answer;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.estimator.TrainingSettings.Optimizer;
import dev.skyline.estimator.TrainingSettings.Schedule;

/** Settings and monitors for tests of trainings. */
final class Trainings {

    static final TrainingSettings ADAM =
            new TrainingSettings(5, 32, 0.01, Schedule.COSINE, Optimizer.ADAM, 1e-4, 0, 0, 1);

    private Trainings() {}

    static TrainingSettings withShift(TrainingSettings s, int shift) {
        return new TrainingSettings(
                s.epochs(),
                s.batchSize(),
                s.learningRate(),
                s.learningRateSchedule(),
                s.optimizer(),
                s.weightDecay(),
                shift,
                s.patience(),
                s.dataFraction());
    }

    static TrainingSettings withPatience(TrainingSettings s, int patience) {
        return new TrainingSettings(
                s.epochs(),
                s.batchSize(),
                s.learningRate(),
                s.learningRateSchedule(),
                s.optimizer(),
                s.weightDecay(),
                s.shift(),
                patience,
                s.dataFraction());
    }

    static TrainingSettings byGradientDescent(double learningRate) {
        return new TrainingSettings(5, 32, learningRate, Schedule.CONSTANT, Optimizer.SGD, ADAM.weightDecay(), 0, 0, 1);
    }

    /** Lets every training run to its end. */
    static TrainingMonitor patient() {
        return stoppingAfter(Integer.MAX_VALUE);
    }

    static TrainingMonitor stoppingAfter(int epochs) {
        return new TrainingMonitor() {
            @Override
            public void betweenBatches() {
                // nothing holds it up
            }

            @Override
            public Answer epoch(EpochReport report) {
                return report.epoch() >= epochs ? Answer.STOP : Answer.CONTINUE;
            }
        };
    }

    /** Ends a training at the first epoch that validates worse than an earlier one. */
    static TrainingMonitor stoppingAtFirstFall() {
        return new TrainingMonitor() {
            private double best;

            @Override
            public void betweenBatches() {
                // nothing holds it up
            }

            @Override
            public Answer epoch(EpochReport report) {
                boolean fallen = report.accuracy() < best;
                best = Math.max(best, report.accuracy());
                return fallen ? Answer.STOP : Answer.CONTINUE;
            }
        };
    }

    /** Is asked so many times whether to go on, and then interrupts. */
    static TrainingMonitor interruptingAt(int call) {
        return new TrainingMonitor() {
            private int calls;

            @Override
            public void betweenBatches() throws InterruptedException {
                if (++calls == call) {
                    throw new InterruptedException("cancelled");
                }
            }

            @Override
            public Answer epoch(EpochReport report) {
                return Answer.CONTINUE;
            }
        };
    }
}
