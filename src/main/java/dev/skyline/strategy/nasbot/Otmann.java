package dev.skyline.strategy.nasbot;

import dev.skyline.strategy.nasbot.Sketch.Place;

import java.util.Arrays;
import java.util.List;

/**
 * The distance of Kandasamy et al. 2018, section 3: the least cost of matching the work of two networks. A unit matched
 * costs 1 where the labels differ, and ν times the mean difference of path lengths; a unit that is not matched costs 1.
 */
final class Otmann {

    private static final double UNMATCHED = 1;
    private static final double MISLABELLED = 1;

    private Otmann() {}

    /** For each weight ν of the structural term. At most {@value Sketch#MOST} places and a dummy for what is unmatched. */
    static double[] distances(Sketch a, Sketch b, double[] structureWeights) {
        int rows = a.places().size();
        int columns = b.places().size();
        double[] supply = amounts(a, b.mass());
        double[] demand = amounts(b, a.mass());
        double[][] labels = new double[rows + 1][columns + 1];
        double[][] structure = new double[rows + 1][columns + 1];
        for (int i = 0; i < rows; i++) {
            Place from = a.places().get(i);
            labels[i][columns] = UNMATCHED;
            for (int j = 0; j < columns; j++) {
                Place to = b.places().get(j);
                labels[i][j] = from.label().equals(to.label()) ? 0 : MISLABELLED;
                structure[i][j] = from.distance(to);
            }
        }
        Arrays.fill(labels[rows], 0, columns, UNMATCHED);
        return Arrays.stream(structureWeights)
                .map(weight -> Transport.cost(supply, demand, sum(labels, weight, structure)))
                .toArray();
    }

    private static double[] amounts(Sketch sketch, double dummy) {
        List<Place> places = sketch.places();
        double[] amounts = new double[places.size() + 1];
        for (int i = 0; i < places.size(); i++) {
            amounts[i] = places.get(i).mass();
        }
        amounts[places.size()] = dummy;
        return amounts;
    }

    private static double[][] sum(double[][] labels, double weight, double[][] structure) {
        double[][] cost = new double[labels.length][labels[0].length];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                cost[i][j] = labels[i][j] + weight * structure[i][j];
            }
        }
        return cost;
    }
}
