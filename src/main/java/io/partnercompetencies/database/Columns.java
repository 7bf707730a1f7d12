package io.partnercompetencies.database;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** One column of a list of records, as a parameter for {@code unnest}; and a column of a row as Java wants it. */
public final class Columns {

    private Columns() {}

    public static <T> UUID[] ids(Collection<T> from, Function<T, UUID> value) {
        return from.stream().map(value).toArray(UUID[]::new);
    }

    /** Anything that has a textual form: texts, enums, numerics for {@code text[]} that SQL casts. */
    public static <T> String[] texts(Collection<T> from, Function<T, ?> value) {
        return from.stream()
                .map(value)
                .map(one -> one == null ? null : one instanceof Enum<?> constant ? constant.name() : one.toString())
                .toArray(String[]::new);
    }

    public static <T> OffsetDateTime[] instants(Collection<T> from, Function<T, Instant> value) {
        return from.stream()
                .map(value)
                .map(one -> one == null ? null : one.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    public static <T> Integer[] numbers(Collection<T> from, Function<T, Integer> value) {
        return from.stream().map(value).toArray(Integer[]::new);
    }

    public static <T> Boolean[] flags(Collection<T> from, Function<T, Boolean> value) {
        return from.stream().map(value).toArray(Boolean[]::new);
    }

    /** A time stamp, or null where the column is. */
    public static Instant instant(Row row, String column) {
        return instant(row, row.getColumnIndex(column));
    }

    /** The same by the column's position, from 0. */
    public static Instant instant(Row row, int position) {
        var value = row.getOffsetDateTime(position);
        return value == null ? null : value.toInstant();
    }
}
