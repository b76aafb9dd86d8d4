package dev.skyline.experiment;

class InMemoryTrialsTest extends TrialsContract {

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }
}
