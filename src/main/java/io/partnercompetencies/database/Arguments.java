package io.partnercompetencies.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Java's types to those the driver takes: instants to UTC time stamps, collections to arrays. */
final class Arguments {

    private Arguments() {}

    static Object[] forPostgres(Object[] arguments) {
        var converted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            converted[i] = forPostgres(arguments[i]);
        }
        return converted;
    }

    private static Object forPostgres(Object argument) {
        if (argument instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (argument instanceof Enum<?> constant) {
            return constant.name();
        }
        if (argument instanceof Collection<?> values) {
            return array(values);
        }
        return argument;
    }

    private static Object array(Collection<?> values) {
        if (!values.isEmpty() && values.iterator().next() instanceof UUID) {
            return values.toArray(UUID[]::new);
        }
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
