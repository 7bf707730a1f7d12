package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** Reads a value from a JSON string and from nothing else: Jackson's own also take numbers, arrays and blanks. */
class FromText<T> extends StdScalarDeserializer<T> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final transient Function<String, T> reader;

    FromText(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw InvalidFormatException.from(json, "not a string", json.currentToken(), handledType());
        }
        try {
            return reader.apply(json.getText());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw InvalidFormatException.from(json, "not readable", json.getText(), handledType());
        }
    }

    /** PostgreSQL refuses NUL, and half a surrogate pair would be stored as a question mark. */
    static String storable(String text) {
        if (!Characters.areStorable(text)) {
            throw new IllegalArgumentException("NUL or half a character");
        }
        return text;
    }

    /** Java reads {@code 1-1-1-1-1} too. */
    static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID as it is written");
        }
        return id;
    }

    /** Years that PostgreSQL keeps and four digits write. */
    static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("no such year");
        }
        return date;
    }

    static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("no such year");
        }
        return instant;
    }
}
