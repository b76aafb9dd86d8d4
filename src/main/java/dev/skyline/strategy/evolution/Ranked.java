package dev.skyline.strategy.evolution;

import dev.skyline.metric.CrowdingDistance;
import dev.skyline.metric.NonDominatedSort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A member with its place among others: the front it belongs to, by constrained domination, and the room it has there
 * (Deb et al. 2002).
 */
record Ranked(Member member, int rank, double crowding) {

    /** The crowded-comparison operator ≺ₙ: lower rank first, then more room. */
    static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::crowding, Comparator.reverseOrder());

    /** The best first; equals in the given order. O(n log n) for one or two objectives. */
    static List<Ranked> of(List<Member> members) {
        int[] ranks = NonDominatedSort.ranks(members.stream().map(Member::score).toList());
        List<List<Member>> fronts = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            while (fronts.size() <= ranks[i]) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(ranks[i]).add(members.get(i));
        }
        List<Ranked> ranked = new ArrayList<>(members.size());
        for (int rank = 0; rank < fronts.size(); rank++) {
            List<Member> front = fronts.get(rank);
            double[] crowding = CrowdingDistance.of(
                    front.stream().map(member -> member.score().objectives()).toList());
            for (int i = 0; i < crowding.length; i++) {
                ranked.add(new Ranked(front.get(i), rank, crowding[i]));
            }
        }
        Collections.sort(ranked, BEST_FIRST);
        return ranked;
    }
}
