package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.SuggestionsContract;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PostgresSuggestionsTest extends SuggestionsContract {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private Suggestions suggestions;

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
