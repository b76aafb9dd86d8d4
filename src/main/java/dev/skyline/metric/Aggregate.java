package dev.skyline.metric;

import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric.Direction;
import dev.skyline.metric.Metric.Known;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One value made of a metric's values on several hardware targets: the worst of them, or their weighted sum. Its key names
 * a target that is none, {@code latency@max(a,b)} or {@code latency@sum(1*a,0.5*b)}, so whoever reads measurements needs to
 * know nothing of it.
 *
 * @param weights by target, in order; 1 for each where the worst counts
 */
public record Aggregate(Metric metric, Kind kind, Map<String, Double> weights) {

    private static final Pattern TEXT = Pattern.compile("([^()]*)\\((.*)\\)");
    private static final int MOST_TARGETS = 16;

    /** How the values are made one. */
    public enum Kind {
        /** The greatest. */
        MAX,
        /** The least. */
        MIN,
        /** Their weighted sum. */
        SUM;

        /** As in a key. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no aggregate '" + text + "'; valid are max, min, sum"));
        }
    }

    public Aggregate {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (metric.known() != Known.ON_TARGET) {
            throw new IllegalArgumentException(metric.key() + " belongs to no hardware target");
        }
        if (weights.size() < 2 || weights.size() > MOST_TARGETS) {
            throw new IllegalArgumentException(
                    "an aggregate is over 2 to " + MOST_TARGETS + " hardware targets, not " + weights.size());
        }
        Kind worst = metric.direction() == Direction.MINIMIZE ? Kind.MAX : Kind.MIN;
        if (kind != Kind.SUM && kind != worst) {
            throw new IllegalArgumentException("the worst " + metric.key() + " is its " + worst.text());
        }
        for (double weight : weights.values()) {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("a weight is a number above 0, not " + weight);
            }
            if (kind != Kind.SUM && weight != 1) {
                throw new IllegalArgumentException(kind.text() + " takes no weights");
            }
        }
    }

    /** Whether a target's name is that of an aggregate, right or wrong: those of targets have no parentheses. */
    public static boolean isAggregate(String target) {
        return TEXT.matcher(target).matches();
    }

    /** The targets that a text names, which may be an aggregate's, right or wrong, or a target's own name. */
    public static List<String> mentioned(String target) {
        Matcher parts = TEXT.matcher(target);
        return parts.matches()
                ? Arrays.stream(parts.group(2).split(","))
                        .map(Aggregate::name)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of(target);
    }

    private static String name(String part) {
        return part.substring(part.indexOf('*') + 1).strip();
    }

    /** The aggregate that a key is of, where it is of one. */
    public static Optional<Aggregate> of(MetricKey key) {
        return key.target().filter(Aggregate::isAggregate).map(target -> parse(key.metric(), target));
    }

    /** What has to be known for a value of this key: the parts of an aggregate, or the key itself. */
    public static List<MetricKey> partsOf(MetricKey key) {
        return of(key).map(Aggregate::parts).orElse(List.of(key));
    }

    /**
     * The inverse of {@link #target()}. A sum's weights may be left out where they are 1.
     *
     * @throws IllegalArgumentException where it is no aggregate of such a metric, with the reason
     */
    public static Aggregate parse(Metric metric, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no aggregate");
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : parts.group(2).split(",")) {
            int times = part.indexOf('*');
            String target = name(part);
            double weight = times < 0 ? 1 : weight(part.substring(0, times));
            if (!target.isEmpty() && weights.put(target, weight) != null) {
                throw new IllegalArgumentException("'" + target + "' stands twice");
            }
        }
        return new Aggregate(metric, Kind.of(parts.group(1)), weights);
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a weight is a number above 0, not '" + text + "'", e);
        }
    }

    /** What its key has for a target. */
    public String target() {
        return weights.entrySet().stream()
                .map(part -> kind == Kind.SUM ? Numbers.text(part.getValue()) + "*" + part.getKey() : part.getKey())
                .collect(Collectors.joining(",", kind.text() + "(", ")"));
    }

    /** Under which its value is filed. */
    public MetricKey key() {
        return MetricKey.of(metric, target());
    }

    /** What it is made of. */
    public List<MetricKey> parts() {
        return weights.keySet().stream()
                .map(target -> MetricKey.of(metric, target))
                .toList();
    }

    /**
     * Its value; empty while that of a part is missing. Predicted as soon as a part is; its interval reaches as far as its
     * parts' do together.
     */
    public Optional<Measurement> of(Measurements found) {
        List<Measurement> parts =
                parts().stream().flatMap(key -> found.find(key).stream()).toList();
        if (parts.size() < weights.size()) {
            return Optional.empty();
        }
        boolean uncertain = parts.stream().anyMatch(part -> part.interval().isPresent());
        Optional<Interval> interval = uncertain
                ? Optional.of(new Interval(
                        value(parts, part -> part.interval().map(Interval::low).orElse(part.value())),
                        value(parts, part -> part.interval().map(Interval::high).orElse(part.value()))))
                : Optional.empty();
        return Optional.of(new Measurement(
                key(),
                value(parts, Measurement::value),
                source(parts),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                interval,
                parts.stream().allMatch(Measurement::steady)));
    }

    private double value(List<Measurement> parts, ToDoubleFunction<Measurement> of) {
        return switch (kind) {
            case MAX -> parts.stream().mapToDouble(of).max().orElseThrow();
            case MIN -> parts.stream().mapToDouble(of).min().orElseThrow();
            case SUM ->
                parts.stream()
                        .mapToDouble(part -> weights.get(part.key().target().orElseThrow()) * of.applyAsDouble(part))
                        .sum();
        };
    }

    /** The least certain of those of the parts. */
    private static Source source(List<Measurement> parts) {
        List<Source> sources = parts.stream().map(Measurement::source).toList();
        return List.of(Source.PREDICTED, Source.TABLE, Source.MEASURED).stream()
                .filter(sources::contains)
                .findFirst()
                .orElse(Source.COMPUTED);
    }
}
