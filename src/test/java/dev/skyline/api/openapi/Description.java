package dev.skyline.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as it is served, to be asked about. */
final class Description {

    private final JsonNode document;

    /** An operation with where it stands. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Description(JsonNode document) {
        this.document = document;
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What a document breaks of a schema; a property that the schema does not know counts. */
    List<String> violations(JsonNode schema, JsonNode instance) {
        ObjectNode root = schema.deepCopy().asObject();
        ObjectNode components = document.path("components").deepCopy().asObject();
        components.path("schemas").forEach(Description::close);
        root.set("components", components);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root).validate(instance)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Calls back with every object of the document. */
    void eachObject(Consumer<JsonNode> visitor) {
        visit(document, visitor);
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> visit(child, visitor));
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            schema.asObject().put("additionalProperties", false);
        }
    }
}
