package dev.skyline.experiment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps baselines; they go with their experiment. Every method is one transaction, or joins the caller's. */
public interface Baselines {

    /** @return false where the experiment has one of this name, or is gone; nothing changes then */
    boolean add(Baseline baseline);

    Optional<Baseline> find(UUID id);

    /** Those of an experiment, oldest first. */
    List<Baseline> of(ExperimentId experiment);

    /** Those of any experiment that are MEASURING, oldest first. */
    List<Baseline> measuring();

    /** Stores state, end and measurements; does nothing where it is gone. */
    void update(Baseline baseline);

    /** Does nothing where it is gone. */
    void delete(UUID id);

    /** Whether a baseline of any experiment has this model file. */
    boolean usesModel(String hash);
}
