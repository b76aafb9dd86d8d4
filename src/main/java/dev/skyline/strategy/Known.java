package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Measurements;

import java.util.Optional;

/** What can be told of an architecture at once, without trying it: costs of its network, and what tables and models say. */
@FunctionalInterface
public interface Known {

    Known NOTHING = architecture -> Optional.of(Measurements.none());

    /**
     * Values that a trial of it is bound to have: the same whenever it is asked. A tenth of a millisecond is usual, as a
     * network may have to be built; so ask for some hundred architectures in a proposal, not for thousands.
     *
     * @return empty where a trial is bound to end without a result, as no table has it
     */
    Optional<Measurements> of(Architecture architecture);
}
