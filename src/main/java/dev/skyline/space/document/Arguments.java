package dev.skyline.space.document;

import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.Pooling;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the fields of one layer came to. */
record Arguments(Map<String, Object> values) {

    int whole(String name) {
        return (int) values.get(name);
    }

    /** The field, or what comes in where it is not given. */
    int channels(String name, Tensor in) {
        return values.containsKey(name) ? whole(name) : in.channels();
    }

    double number(String name) {
        return (double) values.get(name);
    }

    boolean flag(String name) {
        return (boolean) values.get(name);
    }

    Optional<Function> function(String name) {
        String text = (String) values.get(name);
        return text.equals(LayerKinds.NONE) ? Optional.empty() : Optional.of(Function.valueOf(constant(text)));
    }

    Pooling.Kind pooling() {
        return Pooling.Kind.valueOf(constant((String) values.get("kind")));
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
