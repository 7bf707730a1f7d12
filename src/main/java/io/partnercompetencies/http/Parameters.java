package io.partnercompetencies.http;

import io.partnercompetencies.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the query parameters of a call, which resources take as text. Absent stays null; what cannot be is 400
 * {@code invalid-parameter}.
 */
public final class Parameters {

    private Parameters() {}

    public static String text(String name, String value, int max) {
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.codePointCount(0, value.length()) > max || !Characters.areSingleLine(value)) {
            throw Refusal.invalidParameter(
                    name, "%s must be 1 to %d characters, without control characters.".formatted(name, max));
        }
        return value;
    }

    public static int number(String name, String value, int min, int max) {
        return read(name, value, "%s must be a whole number from " + min + " to " + max + ".", text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException("out of bounds");
            }
            return number;
        });
    }

    public static Instant instant(String name, String value) {
        return read(name, value, "%s must be an instant such as 2026-11-21T09:30:00Z.", FromText::instant);
    }

    public static LocalDate date(String name, String value) {
        return read(name, value, "%s must be a date such as 2026-11-21.", FromText::date);
    }

    public static UUID id(String name, String value) {
        return read(name, value, "%s must be a UUID.", FromText::id);
    }

    /** {@code true} or {@code false}; absent is false. */
    public static boolean flag(String name, String value) {
        return Boolean.TRUE.equals(truth(name, value));
    }

    /** {@code true} or {@code false}; absent stays null. */
    public static Boolean truth(String name, String value) {
        return read(name, value, "%s must be true or false.", Parameters::truth);
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    public static <E extends Enum<E>> E oneOf(Class<E> constants, String name, String value) {
        return value == null
                ? null
                : read(
                        name,
                        value,
                        "%s must be one of " + names(constants) + ".",
                        text -> Enum.valueOf(constants, text));
    }

    private static String names(Class<? extends Enum<?>> constants) {
        return Arrays.stream(constants.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** @param sentence with a place for the name; put together only where it is needed, for most calls are right */
    private static <T> T read(String name, String value, String sentence, Function<String, T> reader) {
        try {
            return value == null ? null : reader.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalidParameter(name, sentence.formatted(name));
        }
    }
}
