package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.math.BigDecimal;

/** Decimals from JSON numbers: eleven characters such as {@code 1e999999999} must not become a gigabyte of digits. */
class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MOST_DIGITS = 100;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw InvalidFormatException.from(json, "not a number", json.currentToken(), BigDecimal.class);
        }
        var number = json.getDecimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw InvalidFormatException.from(json, "too many digits", json.currentToken(), BigDecimal.class);
        }
        return number;
    }
}
