package dev.skyline.metric;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The measurements of one trial, at most one for each key; a later one replaces an earlier one. */
public final class Measurements implements Iterable<Measurement> {

    private static final Measurements NONE = new Measurements(Map.of());

    private final Map<MetricKey, Measurement> byKey;

    private Measurements(Map<MetricKey, Measurement> byKey) {
        this.byKey = byKey;
    }

    public static Measurements none() {
        return NONE;
    }

    public static Measurements of(List<Measurement> list) {
        Map<MetricKey, Measurement> map = new LinkedHashMap<>();
        list.forEach(m -> map.put(m.key(), m));
        return new Measurements(map);
    }

    public static Measurements of(Measurement... list) {
        return of(List.of(list));
    }

    public Measurements plus(Measurements more) {
        Map<MetricKey, Measurement> map = new LinkedHashMap<>(byKey);
        map.putAll(more.byKey);
        return new Measurements(map);
    }

    /** Those whose key fits. */
    public Measurements only(Predicate<MetricKey> which) {
        return of(byKey.values().stream().filter(m -> which.test(m.key())).toList());
    }

    public Optional<Measurement> find(MetricKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public OptionalDouble value(MetricKey key) {
        Measurement found = byKey.get(key);
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.value());
    }

    public List<Measurement> list() {
        return List.copyOf(byKey.values());
    }

    @Override
    public Iterator<Measurement> iterator() {
        return list().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measurements measurements && byKey.equals(measurements.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return byKey.values().toString();
    }
}
