package io.partnercompetencies.http;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of RFC 4180, in which no cell is taken for a formula by a spreadsheet. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r\n";
    private static final String END_OF_LINE = "\r\n";

    private Csv() {}

    /** @param cells anything that has a textual form; null is an empty cell */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    private static String cell(Object value) {
        var text = value == null ? "" : harmless(value.toString());
        return text.chars().anyMatch(one -> one == ',' || one == '"' || one == '\r' || one == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** An apostrophe makes a spreadsheet show the rest as text. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
