package io.partnercompetencies.fuzz;

import java.util.Arrays;
import java.util.stream.Stream;

/** JSON that a schema seldom allows, and some that it does but hardly expects. */
final class Literals {

    private static final String[] TEXTS = {
        "",
        " ",
        "\\u0000",
        "a\\u0000b",
        "\\ud800",
        "\\udc00x",
        "\\u202e",
        "x\\ny",
        "\\t",
        "\\u0085",
        "\\ufeff",
        "\\uffff",
        "silver",
        "SILVER ",
        "null",
        "true",
        "0",
        "-1",
        "%",
        "_",
        "..",
        "../..",
        "' or 1=1 --",
        "<b>",
        "${x}",
        "{0}",
        "a@b",
        "ana@",
        "@",
        "ana@fabrikam.example ",
        "ANA@FABRIKAM.EXAMPLE",
        "\u00e4@\u00f6.example",
        "ZZ",
        "es",
        "ES ",
        "2026-13",
        "0000-00",
        "9999-12",
        "1990-01",
        "-2026-01",
        "2026-02-30",
        "0000-01-01",
        "9999-12-31",
        "-0001-01-01",
        "+999999999-12-31",
        "-999999999-01-01",
        "2026-W01",
        "20260101",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00+25:00",
        "2026-01-01T00:00:00.123456789Z",
        "2026-01-01T00:00:00+02:00",
        "2026-01-01t00:00:00z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "+294277-01-01T00:00:00Z",
        "-4714-01-01T00:00:00Z",
        "4000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z",
        "-1000000000-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1767225600",
        "01a1fd2c-3682-7000-8000-000000000000",
        "1-1-1-1-1",
        "01A1FD2C-3682-7000-8000-000000000000",
        "00000000-0000-0000-0000-000000000000",
        "admin",
        "messaging",
        "MESSAGING",
        "70-345",
        "programme-admin",
        "user",
        "\ud83d\udca9"
    };

    private static final int[] LENGTHS = {
        63, 64, 65, 99, 100, 101, 199, 200, 201, 254, 255, 256, 999, 1000, 1001, 5000, 60_000
    };

    private static final String[] OTHERS = {
        "null",
        "true",
        "false",
        "0",
        "1",
        "-1",
        "2147483648",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "1e400",
        "-1e-400",
        "1e2147483648",
        "1e999999999",
        "0.00001",
        "1.0",
        "99999999999999",
        "99999999999999.99999",
        "-0.0",
        "1E5",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "[1]",
        "{\"a\":1}",
        "[\"\"]",
        "[\"user\",\"user\"]",
        "[\"USER\"]",
        "{\"a\":{\"b\":{\"c\":null}}}"
    };

    static final String[] ALL = Stream.of(
                    Stream.of(TEXTS).map(text -> '"' + text + '"'),
                    Arrays.stream(LENGTHS).mapToObj(length -> '"' + "x".repeat(length) + '"'),
                    Arrays.stream(LENGTHS).mapToObj(length -> '"' + "\ud83d\udca9".repeat(length / 4) + '"'),
                    Stream.of(OTHERS),
                    Stream.of(100, 900, 1100, 5000).map(depth -> "[".repeat(depth) + "]".repeat(depth)),
                    Stream.of(21, 1001).map(size -> "[" + "\"user\",".repeat(size) + "\"user\"]"))
            .flatMap(all -> all)
            .toArray(String[]::new);

    private Literals() {}
}
