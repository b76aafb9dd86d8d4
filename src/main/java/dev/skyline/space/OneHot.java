package dev.skyline.space;

import java.util.List;

/** Decisions as numbers. */
final class OneHot {

    private OneHot() {}

    static double[] encode(List<Decision> decisions, int[] choices) {
        double[] code =
                new double[decisions.stream().mapToInt(d -> d.options().size()).sum()];
        int start = 0;
        for (int i = 0; i < choices.length; i++) {
            if (choices[i] != SearchSpace.Encodable.NONE) {
                code[start + choices[i]] = 1;
            }
            start += decisions.get(i).options().size();
        }
        return code;
    }
}
