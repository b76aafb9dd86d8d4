package dev.skyline.hardware;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;

import java.util.Optional;
import java.util.function.Supplier;

/** A hardware target that is modelled rather than measured: it answers at once, and before anything is trained. */
public interface ModelledTarget extends HardwareTarget {

    /**
     * What the model says, each for this target's name; empty where it knows nothing of this architecture. The same answer
     * to the same question, always.
     *
     * @param network asked for by models that need it
     */
    Optional<Measurements> predict(Architecture architecture, Supplier<Network> network);

    /** Whether it asks for the network: then it can say nothing of the rows of a table, which are none. */
    default boolean needsNetwork() {
        return true;
    }

    @Override
    default Measurements measure(Candidate candidate) {
        return predict(candidate.architecture(), candidate::network)
                .orElseThrow(() -> new MeasurementFailed(
                        "UnknownToTarget", "the target knows nothing of " + candidate.architecture()));
    }
}
