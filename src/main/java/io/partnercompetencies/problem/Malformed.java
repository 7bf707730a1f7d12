package io.partnercompetencies.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** A body that cannot be bound, said in our own words: what Jackson says names classes and is not for clients. */
public final class Malformed {

    private static final int MOST_CONSTANTS = 20;
    private static final String UNKNOWN = "this member is not known, or may not be set.";

    private Malformed() {}

    public static Refusal of(JsonProcessingException failure) {
        return at(pointer(failure), sentence(failure));
    }

    public static Refusal at(String pointer, String sentence) {
        return new Refusal(Code.MALFORMED, "The body cannot be read: " + sentence).at(pointer, sentence);
    }

    /** For a call that needs a body and got none. */
    public static Refusal missing() {
        return at("", "a JSON body is needed.");
    }

    /** For a member that does not exist, or that callers may only read. */
    public static Refusal unknown(String member) {
        return at("/" + Pointers.escaped(member), UNKNOWN);
    }

    private static String pointer(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(Malformed::token).collect(Collectors.joining())
                : "";
    }

    private static String token(JsonMappingException.Reference place) {
        return place.getFieldName() == null ? "/" + place.getIndex() : "/" + Pointers.escaped(place.getFieldName());
    }

    private static String sentence(JsonProcessingException failure) {
        if (failure instanceof PropertyBindingException) {
            return UNKNOWN;
        }
        if (failure instanceof InvalidFormatException format && format.getTargetType() != null) {
            return "this must be " + expected(format.getTargetType()) + ".";
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "this must be " + expected(mismatch.getTargetType()) + ".";
        }
        if (failure instanceof ValueInstantiationException) {
            return "this value is not possible.";
        }
        if (failure instanceof StreamConstraintsException) {
            return "it is nested too deeply, or has a number or a text that is too long.";
        }
        if (failure instanceof JsonParseException
                && failure.getOriginalMessage().startsWith("Duplicate field")) {
            return "a member stands there twice" + place(failure) + ".";
        }
        return "it is not valid JSON" + place(failure) + ".";
    }

    private static String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            var constants =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
            return constants.size() <= MOST_CONSTANTS ? "one of " + String.join(", ", constants) : "a known code";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-11-21T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-21";
        }
        if (type == YearMonth.class) {
            return "a month such as 2026-10";
        }
        return kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a string, without NUL and without half characters";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number that is not too large";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        boolean array =
                type.isArray() || Collection.class.isAssignableFrom(type) || ArrayNode.class.isAssignableFrom(type);
        return array ? "an array" : "an object";
    }
}
