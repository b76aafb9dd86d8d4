package dev.skyline.experiment;

import java.time.Duration;
import java.util.Optional;

/**
 * What a search may cost.
 *
 * @param maxTrials trials that are evaluated or fail; those refused before training and those taken from memory count too
 * @param maxDuration time in states RUNNING and STOPPING; after it no new trial begins
 * @param maxFailedTrials the search ends FAILED with this many failed trials
 */
public record Budget(int maxTrials, Optional<Duration> maxDuration, int maxFailedTrials) {

    public Budget {
        if (maxTrials < 1) {
            throw new IllegalArgumentException("maxTrials must be at least 1, not " + maxTrials);
        }
        if (maxFailedTrials < 1) {
            throw new IllegalArgumentException("maxFailedTrials must be at least 1, not " + maxFailedTrials);
        }
        if (maxDuration.isPresent() && maxDuration.get().toMillis() < 1) {
            throw new IllegalArgumentException("maxDuration must be longer than nothing, not " + maxDuration.get());
        }
    }
}
