package dev.skyline.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hardware targets by name. */
public class InMemoryTargets implements HardwareTargets {

    private final Map<String, HardwareTargetSpec> all = new TreeMap<>();

    public final void clear() {
        all.clear();
    }

    @Override
    public boolean add(HardwareTargetSpec target) {
        return all.putIfAbsent(target.name(), target) == null;
    }

    @Override
    public Optional<HardwareTargetSpec> find(String name) {
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
