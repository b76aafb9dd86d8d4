package dev.skyline.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;

/** Marks the components of the API's records as required, except for those that may be absent. */
@Component
class RequiredComponents implements ModelConverter {

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> defined = schema.get$ref() == null ? schema : referenced(schema.get$ref(), context);
            mark(java.getRawClass(), defined);
        }
        return schema;
    }

    private static Schema<?> referenced(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void mark(Class<?> type, Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Map<?, ?> properties = schema.getProperties();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            boolean isRequired =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            if (properties.containsKey(name) && !isRequired && !mayBeAbsent(component)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        JsonInclude inclusion = component.getAccessor().getAnnotation(JsonInclude.class);
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || inclusion != null && inclusion.value() == JsonInclude.Include.NON_EMPTY;
    }
}
