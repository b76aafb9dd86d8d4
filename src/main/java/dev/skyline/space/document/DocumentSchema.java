package dev.skyline.space.document;

import dev.skyline.plugin.DocumentType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema of the language. What it cannot say (shapes, names, what conditions mean) is checked on submission. */
final class DocumentSchema implements DocumentType {

    private static final Map<String, Object> NAME =
            Map.of("type", "string", "pattern", "^[A-Za-z][A-Za-z0-9_-]{0,31}$");
    private static final Map<String, Object> CONDITION =
            Map.of("type", "string", "description", "kernel > 1 and activation = relu", "maxLength", 200);

    DocumentSchema() {}

    @Override
    public Map<String, Object> example() {
        return ExampleDocument.DOCUMENT;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("block", Map.of("oneOf", blocks()));
        definitions.put("blocks", Map.of("type", "array", "items", reference("block"), "minItems", 1));
        definitions.put("sequence", sequence());
        definitions.put("decisions", Map.of("type", "array", "items", decision(), "minItems", 1));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$id", "urn:skyline:search-space-document");
        schema.put("$defs", definitions);
        schema.putAll(object(
                List.of("stages"),
                Map.of(
                        "about",
                        Map.of("type", "string"),
                        "decisions",
                        reference("decisions"),
                        "blocks",
                        Map.of("type", "object", "additionalProperties", reference("sequence")),
                        "stages",
                        reference("blocks"))));
        return schema;
    }

    private static List<Object> blocks() {
        List<Object> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "string", "enum", List.copyOf(LayerKinds.ALL.keySet())));
        LayerKinds.ALL.values().forEach(kind -> blocks.add(layer(kind)));
        blocks.add(reference("sequence"));
        blocks.add(block("choice", Map.of("type", "array", "items", reference("block"), "minItems", 2)));
        blocks.add(block("cell", cell()));
        blocks.add(block("use", NAME));
        return blocks;
    }

    private static Map<String, Object> layer(LayerKind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("layer", Map.of("const", kind.name()));
        properties.put("name", NAME);
        properties.put("if", CONDITION);
        List<String> required = new ArrayList<>(List.of("layer"));
        for (Field field : kind.fields()) {
            Map<String, Object> value = new LinkedHashMap<>(quantity(field.schema()));
            field.absent().ifPresent(absent -> value.put("default", absent));
            properties.put(field.name(), value);
            if (field.needed()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = object(required, properties);
        schema.put("description", kind.about());
        return schema;
    }

    /** A value, a reference, or what is decided. */
    private static Map<String, Object> quantity(Map<String, Object> value) {
        Map<String, Object> plain = Map.of("anyOf", List.of(value, Map.of("type", "string", "pattern", "^\\$")));
        Map<String, Object> first = object(List.of("first", "rest"), Map.of("first", Map.of(), "rest", Map.of()));
        return Map.of("anyOf", List.of(plain, choice(value), range(), first));
    }

    private static Map<String, Object> choice(Map<String, Object> value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("choice", Map.of("type", "array", "items", value, "minItems", 1, "uniqueItems", true));
        properties.putAll(conditional());
        return object(List.of("choice"), properties);
    }

    private static Map<String, Object> range() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : List.of("from", "to", "step", "factor")) {
            properties.put(key, Map.of("type", "number"));
        }
        properties.putAll(conditional());
        return object(List.of("from", "to"), properties);
    }

    private static Map<String, Object> conditional() {
        return Map.of("if", CONDITION, "else", Map.of());
    }

    private static Map<String, Object> decision() {
        Map<String, Object> value = Map.of("type", List.of("number", "string", "boolean"));
        List<Object> forms = new ArrayList<>();
        for (Map<String, Object> form : List.of(choice(value), range())) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("name", NAME);
            ((Map<?, ?>) form.get("properties")).forEach((key, schema) -> properties.put((String) key, schema));
            List<String> required = new ArrayList<>(List.of("name"));
            ((List<?>) form.get("required")).forEach(key -> required.add((String) key));
            forms.add(object(required, properties));
        }
        return Map.of("oneOf", forms);
    }

    private static Map<String, Object> sequence() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", NAME);
        properties.put("if", CONDITION);
        properties.put("decisions", reference("decisions"));
        properties.put("repeat", quantity(Map.of("type", "integer", "minimum", 0, "maximum", Limits.REPEATS)));
        properties.put("skip", Map.of("enum", List.of("identity", "projection")));
        properties.put(
                "shared", Map.of("type", "boolean", "description", "of blocks alone: decided once for all uses"));
        properties.put("layers", reference("blocks"));
        return object(List.of("layers"), properties);
    }

    private static Map<String, Object> cell() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("nodes", Map.of("type", "integer", "minimum", 2, "maximum", Limits.CELL_NODES));
        properties.put("operations", Map.of("type", "array", "items", reference("block"), "minItems", 2));
        properties.put(
                "edges", Map.of("type", "array", "items", Map.of("type", "array", "items", Map.of("type", "integer"))));
        properties.put("output", Map.of("enum", List.of("last", "concatenate")));
        return object(List.of("nodes", "operations"), properties);
    }

    private static Map<String, Object> block(String key, Map<String, Object> value) {
        return object(List.of(key), Map.of("name", NAME, "if", CONDITION, key, value));
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
