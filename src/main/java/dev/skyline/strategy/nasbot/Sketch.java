package dev.skyline.strategy.nasbot;

import dev.skyline.network.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network as the distance sees it: how much work of which kind is done where. Layers of one kind that stand alike are
 * one; and of more than {@value #MOST} those that stand most alike are joined at their centre of mass, so that deep
 * networks of repeated cells stay cheap to compare.
 */
record Sketch(List<Place> places, double mass) {

    static final int MOST = 16;

    /** @param position path lengths, as in {@link LayerGraph#positions} */
    record Place(String label, double[] position, double mass) {

        /** The structural term: mean difference of the path lengths. */
        double distance(Place other) {
            double sum = 0;
            for (int i = 0; i < position.length; i++) {
                sum += Math.abs(position[i] - other.position[i]);
            }
            return sum / position.length;
        }

        private Place with(Place other) {
            double both = mass + other.mass;
            double[] centre = new double[position.length];
            Arrays.setAll(centre, i -> (position[i] * mass + other.position[i] * other.mass) / both);
            return new Place(label, centre, both);
        }
    }

    /** O(edges + layers³) at worst. */
    static Sketch of(Network network) {
        LayerGraph graph = LayerGraph.of(network);
        double[][] positions = graph.positions();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            places.add(new Place(graph.labels().get(i), positions[i], graph.masses()[i]));
        }
        while (join(places, places.size() > MOST ? Double.POSITIVE_INFINITY : 0)) {
            continue;
        }
        return new Sketch(List.copyOf(places), Arrays.stream(graph.masses()).sum());
    }

    /** Joins the two of one label that stand closest, if they are no farther apart than {@code limit}. */
    private static boolean join(List<Place> places, double limit) {
        double least = Double.POSITIVE_INFINITY;
        int first = -1;
        int second = -1;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                if (places.get(i).label().equals(places.get(j).label())) {
                    double distance = places.get(i).distance(places.get(j));
                    if (distance < least) {
                        least = distance;
                        first = i;
                        second = j;
                    }
                }
            }
        }
        if (first < 0 || least > limit) {
            return false;
        }
        Place removed = places.remove(second);
        places.set(first, places.get(first).with(removed));
        return true;
    }
}
