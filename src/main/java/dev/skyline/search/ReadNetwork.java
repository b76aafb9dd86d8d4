package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

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

    /**
     * The network of the architecture that a text describes.
     *
     * @throws IllegalArgumentException where the text is of no architecture of the experiment's space
     */
    public Network of(ExperimentSpec spec, String text) {
        SearchSpace space = catalogue.spaces().create(spec.searchSpace(), SearchSetup.task(spec.subject()));
        return space.decode(space.parse(text));
    }
}
