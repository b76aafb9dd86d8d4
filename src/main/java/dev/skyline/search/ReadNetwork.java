package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.network.Network;

/** The network that an architecture of an experiment is. */
public final class ReadNetwork {

    private final Catalogue catalogue;

    public ReadNetwork(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** O(nodes of the network). */
    public Network of(ExperimentSpec spec, Architecture architecture) {
        return catalogue
                .spaces()
                .create(spec.searchSpace(), SearchSetup.task(spec.subject()))
                .decode(architecture);
    }
}
