package dev.skyline.search;

import dev.skyline.execution.LongWork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Work that may have to wait for devices.
 *
 * @param devices names of the targets that it needs
 */
record ByDevices(Set<String> devices, LongWork work) {

    /**
     * What needs the same devices one after the other, in this order, by their names: a silent device holds up what needs
     * it, and nothing else.
     */
    static Map<String, LongWork> together(List<ByDevices> all) {
        Map<String, List<LongWork>> inTurn = new LinkedHashMap<>();
        all.forEach(each -> inTurn.computeIfAbsent(
                        String.join(", ", new TreeSet<>(each.devices())), names -> new ArrayList<>())
                .add(each.work()));
        Map<String, LongWork> together = new LinkedHashMap<>();
        inTurn.forEach((names, works) -> together.put(names, () -> runAll(works)));
        return together;
    }

    /** One that breaks holds up no other. */
    private static void runAll(List<LongWork> works) throws InterruptedException {
        Optional<RuntimeException> broken = Optional.empty();
        for (LongWork work : works) {
            try {
                work.run();
            } catch (RuntimeException e) {
                broken.ifPresent(e::addSuppressed);
                broken = Optional.of(e);
            }
        }
        if (broken.isPresent()) {
            throw broken.get();
        }
    }
}
