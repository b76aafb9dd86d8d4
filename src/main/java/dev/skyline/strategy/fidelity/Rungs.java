package dev.skyline.strategy.fidelity;

import dev.skyline.experiment.Trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is recorded on each rung of a ladder, ranked. Immutable. */
record Rungs<T extends Scored>(Ladder ladder, List<Layers<T>> layers) {

    static <T extends Scored> Rungs<T> empty(Ladder ladder) {
        return new Rungs<>(ladder, Collections.nCopies(ladder.top() + 1, Layers.empty()));
    }

    /** @param reading what a trial tells; nothing, where empty */
    Rungs<T> with(Trial trial, Function<Trial, Optional<T>> reading) {
        int rung = ladder.rung(trial.fidelity());
        Optional<T> told = rung < 0 ? Optional.empty() : reading.apply(trial);
        return told.map(item -> with(rung, item)).orElse(this);
    }

    private Rungs<T> with(int rung, T item) {
        List<Layers<T>> changed = new ArrayList<>(layers);
        changed.set(rung, changed.get(rung).with(item));
        return new Rungs<>(ladder, changed);
    }
}
