package dev.skyline.strategy.gaussian;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Processes for the objective and for the excess of each constraint.
 *
 * @param processes the objective's first; none, where nothing is recorded
 */
record Surrogate(List<Process> processes) {

    static final Surrogate NONE = new Surrogate(List.of());

    Surrogate grownTo(List<Lesson> lessons, int[] ranges) {
        return new Surrogate(IntStream.range(0, lessons.size())
                .mapToObj(i -> (processes.isEmpty() ? Process.none(ranges) : processes.get(i))
                        .grownTo(lessons.get(i).points(), lessons.get(i).values()))
                .toList());
    }

    /** Whether the i-th process has enough to learn from. */
    boolean isReady(int i) {
        return i < processes.size() && processes.get(i).isReady();
    }
}
