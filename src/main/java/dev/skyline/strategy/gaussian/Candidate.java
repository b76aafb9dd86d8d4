package dev.skyline.strategy.gaussian;

import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;

/** What might be tried next: as choices, and with what is known of it. */
record Candidate(Proposal proposal, int[] choices, Foresight.Prospect prospect) {

    static Candidate of(Proposal proposal, Encodable space, Foresight foresight) {
        return new Candidate(proposal, space.choices(proposal.architecture()), foresight.of(proposal.architecture()));
    }
}
