package dev.skyline.persistence.comparison;

import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.ComparisonsContract;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JpaComparisonsTest extends ComparisonsContract {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private Comparisons comparisons;

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }

    @Override
    protected Comparisons comparisons() {
        return comparisons;
    }
}
