package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

import java.util.List;
import java.util.function.Supplier;

/** Tells the latency of what was not measured. Immutable; the same answer to the same question, always. */
public interface LatencyPredictor {

    /** @param network asked for where it is needed */
    Prediction predict(String architecture, Supplier<Network> network);

    /** Kinds of operators that it has to guess, as no network that it learned from had them: {@code conv7x7}. */
    List<String> unseen(String architecture, Supplier<Network> network);

    /** On the measurements that it was learned from, each predicted by what did not see it. */
    Report report();
}
