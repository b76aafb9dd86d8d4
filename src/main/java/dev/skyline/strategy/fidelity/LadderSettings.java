package dev.skyline.strategy.fidelity;

import java.util.List;

/** The settings that all strategies of this family share, under one name each. */
interface LadderSettings {

    String ETA = "one in how many is promoted, and how much more effort it gets";
    String RESOURCE = "what the lower rungs save";
    String MIN_EPOCHS = "epochs of the lowest rung, at least; rungs go down from the estimator's epochs by eta each";
    String MIN_DATA = "share of the training data on the lowest rung, at least, where data is saved";
    String RUNGS = "epochs of the rungs below the full one, least first, as a table has them; by eta where empty";

    int eta();

    Resource resource();

    int minEpochs();

    double minDataFraction();

    List<Integer> rungs();
}
