package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.experiment.TrialsContract;
import dev.skyline.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PostgresTrialsTest extends TrialsContract {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }
}
