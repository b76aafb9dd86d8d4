package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.experiment.SecondMeasurementsContract;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcSecondMeasurementsTest extends SecondMeasurementsContract {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private SecondMeasurements second;

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
