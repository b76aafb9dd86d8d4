package dev.skyline.space.document;

import dev.skyline.plugin.DocumentType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static dev.skyline.space.document.Json.object;

/**
 * JSON Schema of the language. What it does not say (shapes, names, what conditions mean, ranges of what is decided) is
 * checked on submission.
 */
final class DocumentSchema implements DocumentType {

    private static final Map<String, Object> TEXT = object("type", "string");
    private static final Map<String, Object> NUMBER = object("type", "number");
    private static final Map<String, Object> ANY = object("type", List.of("number", "string", "boolean"));
    private static final Map<String, Object> NAME = reference("name");
    private static final Map<String, Object> CONDITION = reference("condition");

    DocumentSchema() {}

    @Override
    public Map<String, Object> example() {
        return ExampleDocument.DOCUMENT;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = object("$id", "urn:skyline:search-space-document", "$defs", definitions());
        schema.putAll(closed(
                List.of("stages"),
                object(
                        "about",
                        TEXT,
                        "decisions",
                        reference("decisions"),
                        "blocks",
                        object("type", "object", "additionalProperties", definition()),
                        "stages",
                        reference("blocks"))));
        return schema;
    }

    private static Map<String, Object> definitions() {
        return object(
                "name",
                object("type", "string", "pattern", "^[A-Za-z][A-Za-z0-9_-]{0,31}$"),
                "condition",
                object("type", "string", "description", "kernel > 1 and activation = relu"),
                "blocks",
                list(reference("block"), 1),
                "block",
                object("anyOf", blocks()),
                "sequence",
                sequence(),
                "decisions",
                list(object("anyOf", List.of(choice(true), range(true))), 1),
                "decided",
                decided());
    }

    private static List<Object> blocks() {
        List<Object> blocks = new ArrayList<>();
        blocks.add(object("enum", List.copyOf(LayerKinds.ALL.keySet())));
        LayerKinds.ALL.values().forEach(kind -> blocks.add(layer(kind)));
        blocks.add(reference("sequence"));
        blocks.add(block("choice", list(reference("block"), 2)));
        blocks.add(block("cell", cell()));
        blocks.add(block("use", NAME));
        return blocks;
    }

    private static Map<String, Object> layer(LayerKind kind) {
        Map<String, Object> properties = object("layer", object("const", kind.name()), "name", NAME, "if", CONDITION);
        List<String> required = new ArrayList<>(List.of("layer"));
        for (Field field : kind.fields()) {
            Map<String, Object> value = value(field.schema());
            field.absent().ifPresent(absent -> value.put("default", absent));
            properties.put(field.name(), value);
            if (field.needed()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = closed(required, properties);
        schema.put("description", kind.about());
        return schema;
    }

    private static Map<String, Object> value(Map<String, Object> fixed) {
        return object("anyOf", List.of(fixed, reference("decided")));
    }

    /** A reference, a choice, a range, or one value first and another in the rest. */
    private static Map<String, Object> decided() {
        Map<String, Object> either = object("anyOf", List.of(ANY, reference("decided")));
        return object(
                "anyOf",
                List.of(
                        object("type", "string", "pattern", "^\\$"),
                        choice(false),
                        range(false),
                        closed(List.of("first", "rest"), object("first", either, "rest", either))));
    }

    private static Map<String, Object> choice(boolean named) {
        return conditional(named, List.of("choice"), object("choice", list(ANY, 1)));
    }

    private static Map<String, Object> range(boolean named) {
        return conditional(
                named, List.of("from", "to"), object("from", NUMBER, "to", NUMBER, "step", NUMBER, "factor", NUMBER));
    }

    private static Map<String, Object> conditional(boolean named, List<String> needed, Map<String, Object> own) {
        List<String> required = new ArrayList<>(needed);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (named) {
            required.add(0, "name");
            properties.put("name", NAME);
        }
        properties.putAll(own);
        properties.put("if", CONDITION);
        properties.put("else", ANY);
        return closed(required, properties);
    }

    private static Map<String, Object> sequence() {
        Map<String, Object> properties = object("name", NAME, "if", CONDITION);
        properties.putAll(layers());
        return closed(List.of("layers"), properties);
    }

    /** A block that is used by its name. */
    private static Map<String, Object> definition() {
        Map<String, Object> properties = object(
                "shared", object("type", "boolean", "description", "decided once for all uses", "default", false));
        properties.putAll(layers());
        return closed(List.of("layers"), properties);
    }

    private static Map<String, Object> layers() {
        Map<String, Object> times = object("type", "integer", "minimum", 0, "maximum", Limits.REPEATS);
        return object(
                "decisions",
                reference("decisions"),
                "repeat",
                value(times),
                "skip",
                object("enum", List.of("identity", "projection")),
                "layers",
                reference("blocks"));
    }

    private static Map<String, Object> cell() {
        return closed(
                List.of("nodes", "operations"),
                object(
                        "nodes",
                        object("type", "integer", "minimum", 2, "maximum", Limits.CELL_NODES),
                        "operations",
                        list(reference("block"), 2),
                        "edges",
                        list(list(object("type", "integer"), 2), 1),
                        "output",
                        object("enum", List.of("last", "concatenate"))));
    }

    private static Map<String, Object> block(String key, Map<String, Object> value) {
        return closed(List.of(key), object("name", NAME, "if", CONDITION, key, value));
    }

    private static Map<String, Object> list(Map<String, Object> items, int least) {
        return object("type", "array", "items", items, "minItems", least);
    }

    private static Map<String, Object> reference(String definition) {
        return object("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> closed(List<String> required, Map<String, Object> properties) {
        return object("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
