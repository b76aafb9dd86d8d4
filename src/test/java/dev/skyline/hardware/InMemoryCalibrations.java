package dev.skyline.hardware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calibrations in memory. */
public final class InMemoryCalibrations implements Calibrations {

    private final Map<String, List<CalibrationItem>> all = new HashMap<>();

    public void clear() {
        all.clear();
    }

    @Override
    public void plan(String target, List<String> subjects) {
        all.computeIfAbsent(target, name -> {
            List<CalibrationItem> items = new ArrayList<>();
            subjects.forEach(subject -> items.add(CalibrationItem.open(items.size(), subject)));
            return items;
        });
    }

    @Override
    public List<CalibrationItem> items(String target) {
        return List.copyOf(all.getOrDefault(target, List.of()));
    }

    @Override
    public void record(String target, CalibrationItem done) {
        if (!all.get(target).get(done.position()).isDone()) {
            all.get(target).set(done.position(), done);
        }
    }

    @Override
    public Progress progress(String target) {
        return new Progress(
                (int) items(target).stream().filter(CalibrationItem::isDone).count(),
                items(target).size());
    }
}
