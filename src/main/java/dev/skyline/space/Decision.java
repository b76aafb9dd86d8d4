package dev.skyline.space;

import java.util.List;

/**
 * One thing to be decided about an architecture.
 *
 * @param name unique among the decisions of its space
 * @param options two or more, distinct
 * @param ordered whether the options are levels of one quantity, least first, so that neighbouring ones are alike
 */
public record Decision(String name, List<String> options, boolean ordered) {

    public Decision {
        options = List.copyOf(options);
        if (options.size() < 2 || options.stream().distinct().count() != options.size()) {
            throw new IllegalArgumentException(
                    "decision " + name + " needs two or more different options, not " + options);
        }
    }
}
