package dev.skyline.metric;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The area that points of the plane dominate within a reference, kept up as points are added. */
final class Staircase {

    private final double referenceX;
    private final double referenceY;
    /** Non-dominated points: y falls as x rises. */
    private final NavigableMap<Double, Double> steps = new TreeMap<>();

    private final Sum area = new Sum();

    Staircase(double referenceX, double referenceY) {
        this.referenceX = referenceX;
        this.referenceY = referenceY;
    }

    /** Amortised O(log n): a point is walked over once, when it is dominated and goes. */
    void add(double x, double y) {
        if (!(x < referenceX && y < referenceY)) {
            return;
        }
        Map.Entry<Double, Double> left = steps.floorEntry(x);
        if (left != null && left.getValue() <= y) {
            return;
        }
        double from = x;
        double level = left == null ? referenceY : left.getValue();
        Map.Entry<Double, Double> right = steps.ceilingEntry(x);
        while (right != null && right.getValue() >= y) {
            area.add((right.getKey() - from) * (level - y));
            from = right.getKey();
            level = right.getValue();
            steps.remove(right.getKey());
            right = steps.higherEntry(from);
        }
        area.add(((right == null ? referenceX : right.getKey()) - from) * (level - y));
        steps.put(x, y);
    }

    double area() {
        return area.value();
    }
}
