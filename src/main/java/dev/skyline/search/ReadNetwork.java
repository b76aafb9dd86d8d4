package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

import java.util.Optional;

/** The network that an architecture of an experiment is. */
public final class ReadNetwork {

    private final Catalogue catalogue;

    public ReadNetwork(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** O(nodes of the network); empty where the space has no networks. */
    public Optional<Network> of(ExperimentSpec spec, Architecture architecture) {
        SearchSpace space = catalogue.space(spec.searchSpace(), spec.subject());
        return space.hasNetworks() ? Optional.of(space.decode(architecture)) : Optional.empty();
    }

    /**
     * The network of the architecture that a text describes.
     *
     * @throws IllegalArgumentException where the text is of no architecture of the experiment's space
     */
    public Network of(ExperimentSpec spec, String text) {
        SearchSpace space = catalogue.space(spec.searchSpace(), spec.subject());
        return space.decode(space.parse(text));
    }
}
