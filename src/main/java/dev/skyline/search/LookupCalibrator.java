package dev.skyline.search;

import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.lookup.LayerKey;
import dev.skyline.hardware.lookup.LookupRow;
import dev.skyline.hardware.lookup.LookupTable;
import dev.skyline.hardware.lookup.OperatorKey;
import dev.skyline.hardware.lookup.Operators;
import dev.skyline.hardware.lookup.Probes;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkHash;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Measures every operator of a space: for each the time of a small network with it, less that of the same network without
 * it, which many operators share; and the time of next to nothing, the fixed cost of an inference.
 */
final class LookupCalibrator implements Calibrator {

    private static final String WITH = "with ";
    private static final String WITHOUT = "without ";

    /** Smaller spaces are walked through as a whole. */
    private static final BigInteger SMALL = BigInteger.valueOf(2000);

    /** Random architectures in a row without a new operator after which a space is taken to have no more. */
    private static final int PATIENCE = 200;

    /** A spread above this would be taken for one in ms. */
    private static final double MOST_SPREAD = 10;

    private final SearchSpace space;

    LookupCalibrator(SearchSpace space) {
        this.space = space;
    }

    /** Decodes up to some thousand architectures. */
    @Override
    public List<String> subjects() {
        Map<String, String> networks = new LinkedHashMap<>();
        networks.put(NetworkHash.of(Probes.fixed()), LookupTable.FIXED);
        for (LayerKey key : operators()) {
            networks.putIfAbsent(NetworkHash.of(Probes.without(key)), WITHOUT + key.text());
            networks.putIfAbsent(NetworkHash.of(Probes.with(key)), WITH + key.text());
        }
        return List.copyOf(networks.values());
    }

    private Collection<LayerKey> operators() {
        if (space instanceof SearchSpace.Enumerable all && all.size().compareTo(SMALL) <= 0) {
            return Operators.of(all.all().map(space::decode), Integer.MAX_VALUE);
        }
        SplittableRandom random = new SplittableRandom(0);
        return Operators.of(Stream.generate(() -> space.decode(space.sample(random))), PATIENCE);
    }

    @Override
    public Network network(String subject) {
        if (subject.equals(LookupTable.FIXED)) {
            return Probes.fixed();
        }
        return subject.startsWith(WITHOUT) ? Probes.without(key(subject, WITHOUT)) : Probes.with(key(subject, WITH));
    }

    private static LayerKey key(String subject, String prefix) {
        return (LayerKey) OperatorKey.parse(subject.substring(prefix.length()));
    }

    /** One operator beside the two that it is measured against. */
    @Override
    public int least() {
        return 3;
    }

    @Override
    public String document(List<CalibrationItem> measured) {
        Map<String, Timing> timings = new HashMap<>();
        measured.forEach(item ->
                item.timing().ifPresent(timing -> timings.put(NetworkHash.of(network(item.subject())), timing)));
        Map<OperatorKey, LookupRow> rows = new LinkedHashMap<>();
        for (CalibrationItem item : measured) {
            if (item.subject().startsWith(WITH) && item.timing().isPresent()) {
                LayerKey key = key(item.subject(), WITH);
                Optional.ofNullable(timings.get(NetworkHash.of(Probes.without(key))))
                        .ifPresent(without -> rows.put(key, row(item.timing().get(), without)));
            }
        }
        Timing fixed = timings.get(NetworkHash.of(Probes.fixed()));
        LookupRow nothing = fixed == null ? LookupRow.of(0) : new LookupRow(fixed.millis(), fixed.spread(), 1);
        return new LookupTable(nothing, rows).write();
    }

    private static LookupRow row(Timing with, Timing without) {
        double millis = Math.max(0, with.millis() - without.millis());
        double spread = Math.hypot(
                with.millis() * with.spread().orElse(0),
                without.millis() * without.spread().orElse(0));
        OptionalDouble relative =
                millis > 0 ? OptionalDouble.of(Math.min(spread / millis, MOST_SPREAD)) : OptionalDouble.empty();
        return new LookupRow(millis, relative, 1);
    }
}
