package dev.skyline.experiment;

class InMemorySecondMeasurementsTest extends SecondMeasurementsContract {

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);
    private final InMemorySecondMeasurements second = new InMemorySecondMeasurements(experiments::list);

    InMemorySecondMeasurementsTest() {
        experiments.onDelete(second::forget);
    }

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }

    @Override
    protected SecondMeasurements second() {
        return second;
    }
}
