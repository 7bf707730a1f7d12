package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * JSON that means what it says: a member that nobody knows, a value of another type or a key that stands twice is an
 * error, never a guess.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** For these an empty array is an array; for all others it would be a guess at nothing. */
    private static final Set<LogicalType> HOLDING =
            Set.of(LogicalType.Array, LogicalType.Collection, LogicalType.Untyped);

    /** After Quarkus's own settings and modules. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .registerModule(new SimpleModule("strict-text")
                        .addDeserializer(String.class, new FromText<>(String.class, FromText::storable))
                        .addDeserializer(BigDecimal.class, new BoundedDecimal())
                        .addDeserializer(UUID.class, new FromText<>(UUID.class, FromText::id))
                        .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, FromText::date))
                        .addDeserializer(YearMonth.class, new FromText<>(YearMonth.class, YearMonth::parse))
                        .addDeserializer(Instant.class, new FromText<>(Instant.class, StrictJson::instant)));
        for (var shape : CoercionInputShape.values()) {
            json.coercionConfigDefaults().setCoercion(shape, CoercionAction.Fail);
            for (var type : LogicalType.values()) {
                boolean natural = shape == CoercionInputShape.EmptyArray && HOLDING.contains(type);
                json.coercionConfigFor(type)
                        .setCoercion(shape, natural ? CoercionAction.TryConvert : CoercionAction.Fail);
            }
        }
    }

    /** As exact as PostgreSQL keeps it: what is stored compares equal to what was sent. */
    private static Instant instant(String text) {
        return FromText.instant(text).truncatedTo(ChronoUnit.MICROS);
    }
}
