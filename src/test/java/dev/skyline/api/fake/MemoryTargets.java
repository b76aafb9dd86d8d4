package dev.skyline.api.fake;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hardware targets by name. */
final class MemoryTargets implements HardwareTargets {

    /** Looking for this one fails. */
    private static final String BROKEN = "broken";

    private final Map<String, HardwareTargetSpec> all = new TreeMap<>();

    void clear() {
        all.clear();
    }

    @Override
    public boolean add(HardwareTargetSpec target) {
        return all.putIfAbsent(target.name(), target) == null;
    }

    @Override
    public Optional<HardwareTargetSpec> find(String name) {
        if (name.equals(BROKEN)) {
            throw new IllegalStateException("a secret of the inside");
        }
        return Optional.ofNullable(all.get(name));
    }

    @Override
    public List<HardwareTargetSpec> list() {
        return List.copyOf(all.values());
    }

    @Override
    public void update(HardwareTargetSpec target) {
        all.replace(target.name(), target);
    }

    @Override
    public void delete(String name) {
        all.remove(name);
    }
}
