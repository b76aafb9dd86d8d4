package dev.skyline.space.document;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written: a document is refused by a place in it, or all that is drawn from it becomes a network. */
class FuzzedDocumentsTest {

    private static final Task TASK = new Task(Shape.image(2, 9, 7), 3);
    private static final List<Object> VALUES = List.of(
            0,
            1,
            2,
            3,
            8,
            -1,
            2.5,
            true,
            "",
            "$depth",
            "$kernel",
            "$nothing",
            "zero",
            "norm",
            "flatten",
            "global-pooling",
            "relu",
            "depth > 1",
            "kernel = 3 and depth = 2",
            List.of(),
            List.of(1, 2),
            Map.of(),
            Map.of("choice", List.of(1, 2, 3)),
            Map.of("from", 1, "to", 3),
            Map.of("first", 2, "rest", 1),
            Map.of("layer", "dense", "units", 4),
            Map.of("layer", "pooling"),
            Map.of("layer", "convolution", "groups", Map.of("choice", List.of(1, 2))),
            Map.of("choice", List.of("norm", "flatten")),
            Map.of("layers", List.of("norm"), "repeat", 3),
            Map.of("use", "cell"),
            Map.of("layer", "truncate", "channels", 4),
            Map.of("layer", "squeeze-excitation"));
    private static final List<String> KEYS = List.of(
            "if", "repeat", "skip", "name", "choice", "layers", "layer", "kernel", "stride", "filters", "groups",
            "shared", "else");

    @Test
    void aDocumentIsRefusedByAPlaceOrDescribesNetworks() {
        RandomGenerator random = new SplittableRandom(1);
        List<Map<String, Object>> documents =
                List.of(Documents.ofPage(0), Documents.ofPage(1), ExampleDocument.DOCUMENT);
        int accepted = 0;
        int tries = 2_000;
        for (int i = 0; i < tries; i++) {
            Object document = documents.get(i % documents.size());
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                document = changed(document, random);
            }
            if (document instanceof Map<?, ?> map) {
                accepted += isAccepted(map, random) ? 1 : 0;
            }
        }
        assertThat(accepted).isBetween(tries / 20, tries / 2);
    }

    @SuppressWarnings("unchecked")
    private static boolean isAccepted(Map<?, ?> document, RandomGenerator random) {
        Optional<DocumentSpace> space = space((Map<String, Object>) document);
        space.ifPresent(each -> {
            for (int i = 0; i < 10; i++) {
                Architecture sample = each.sample(random);
                assertThat(each.decode(each.mutate(sample, random)).nodes()).isNotEmpty();
                assertThat(each.parse(sample.text())).isEqualTo(sample);
            }
        });
        return space.isPresent();
    }

    private static Optional<DocumentSpace> space(Map<String, Object> document) {
        try {
            return Optional.of(DocumentSpace.of(document, TASK));
        } catch (InvalidSettings refused) {
            assertThat(refused.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.field()).startsWith("document"));
            return Optional.empty();
        }
    }

    /** The same but for one place, at which a value is replaced, added or removed. */
    private static Object changed(Object value, RandomGenerator random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(12) > 0) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            Object key = new ArrayList<>(copy.keySet()).get(random.nextInt(copy.size()));
            switch (random.nextInt(12)) {
                case 0 -> copy.remove(key);
                case 1 -> copy.put(KEYS.get(random.nextInt(KEYS.size())), any(random));
                default -> copy.put(key, changed(copy.get(key), random));
            }
            return copy;
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(12) > 0) {
            List<Object> copy = new ArrayList<>(list);
            int i = random.nextInt(copy.size());
            switch (random.nextInt(8)) {
                case 0 -> copy.remove(i);
                case 1 -> copy.add(i, any(random));
                case 2 -> copy.add(copy.get(i));
                default -> copy.set(i, changed(copy.get(i), random));
            }
            return copy;
        }
        return any(random);
    }

    private static Object any(RandomGenerator random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
