package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Score;

/** Something that can be ranked. */
interface Scored {

    Score score();
}
