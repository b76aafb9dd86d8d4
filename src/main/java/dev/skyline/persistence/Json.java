package dev.skyline.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.math.BigDecimal;

/** Documents as they stand in {@code jsonb} columns. Its settings are its own: stored data outlives those of the API. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new PlainDouble())
                    .addSerializer(double.class, new PlainDouble()))
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static String write(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    /**
     * 1.0E10 is written as 10000000000.0. PostgreSQL keeps the digits that it is given, so a settings value that was a
     * floating-point number comes back as one.
     */
    private static final class PlainDouble extends ValueSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            if (Double.isFinite(value)) {
                BigDecimal exact = new BigDecimal(value.toString());
                generator.writeNumber(exact.setScale(Math.max(1, exact.scale())).toPlainString());
            } else {
                generator.writeString(value.toString());
            }
        }
    }
}
