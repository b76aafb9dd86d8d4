package dev.skyline.hardware.lookup;

import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a key: a type, and values by name. Remembers which were asked for. */
final class KeyText {

    static final int LONGEST = 2000;

    private final String type;
    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>();

    private KeyText(String type, Map<String, String> values) {
        this.type = type;
        this.values = values;
    }

    static KeyText read(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("an operator has 1 to " + LONGEST + " characters");
        }
        String[] words = text.strip().split("\\s+");
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "' should read name=value");
            }
            if (values.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(word.substring(0, equals) + " stands twice");
            }
        }
        return new KeyText(words[0], values);
    }

    String type() {
        return type;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(type + " needs " + name + "=…");
        }
        read.add(name);
        return value;
    }

    int whole(String name) {
        return whole(name, text(name));
    }

    int whole(String name, int otherwise) {
        return has(name) ? whole(name) : otherwise;
    }

    boolean flag(String name) {
        String value = has(name) ? text(name) : "false";
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is true or false, not '" + value + "'");
        }
        return value.equals("true");
    }

    /** A side of a square window. */
    int window(String name) {
        String[] sides = text(name).split("x", -1);
        if (sides.length > 2 || !sides[0].equals(sides[sides.length - 1])) {
            throw new IllegalArgumentException(name + " is square, such as 3x3, not '" + values.get(name) + "'");
        }
        return whole(name, sides[0]);
    }

    int window(String name, int otherwise) {
        return has(name) ? window(name) : otherwise;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String value = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(KeyText::word)
                                .collect(Collectors.joining(", "))
                        + ", not '" + value + "'"));
    }

    Shape shape(String name) {
        return shape(name, text(name));
    }

    List<Shape> shapes(String name) {
        return Arrays.stream(text(name).split("\\+", -1))
                .map(part -> shape(name, part))
                .toList();
    }

    /** @param known names besides those that were asked for */
    void refuseOthers(Set<String> known) {
        values.keySet().stream()
                .filter(name -> !read.contains(name) && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(type + " has no " + name);
                });
    }

    static String shapes(List<Shape> shapes) {
        return shapes.stream().map(KeyText::shape).collect(Collectors.joining("+"));
    }

    static String shape(Shape shape) {
        return shape.toString().replace('×', 'x');
    }

    static String window(int side) {
        return side + "x" + side;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Shape shape(String name, String text) {
        String[] sizes = text.split("x", -1);
        int[] size = new int[sizes.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = whole(name, sizes[i]);
        }
        return switch (size.length) {
            case 1 -> Shape.features(size[0]);
            case 3 -> new Image(size[0], size[1], size[2]);
            default ->
                throw new IllegalArgumentException(
                        name + " is channels x height x width, such as 16x32x32, or one size, not '" + text + "'");
        };
    }

    private static int whole(String name, String text) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw new IllegalArgumentException(name + " is made of whole numbers from 1, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
