package dev.skyline.experiment;

class InMemorySuggestionsTest extends SuggestionsContract {

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);
    private final InMemorySuggestions suggestions = new InMemorySuggestions(trials);

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }

    @Override
    protected Suggestions suggestions() {
        return suggestions;
    }
}
