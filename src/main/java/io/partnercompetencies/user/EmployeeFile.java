package io.partnercompetencies.user;

import io.partnercompetencies.problem.Malformed;
import io.partnercompetencies.problem.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of employees, read while it arrives: RFC 4180 in UTF-8, with or without a byte order mark, with semicolons where
 * the header has them. Refuses what cannot be read, with its row; empty lines are no rows.
 */
final class EmployeeFile implements AutoCloseable {

    /** Stands for bytes that are not UTF-8; no text has it, because it is no character. */
    private static final String GARBLED = "\uFFFF";

    private static final int LONGEST_HEADER = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final EmployeeColumns columns;
    private int row;

    EmployeeFile(InputStream body) throws IOException {
        var text = new BufferedReader(new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .replaceWith(GARBLED)));
        parser = CSVParser.builder().setReader(text).setFormat(format(text)).get();
        records = parser.iterator();
        var header = record();
        if (header == null) {
            throw EmployeeColumns.missing();
        }
        columns = EmployeeColumns.of(header);
    }

    /** Leaves out the byte order mark, and finds out what separates the cells. */
    private static CSVFormat format(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        int semicolons = 0;
        int commas = 0;
        for (int seen = 1; seen < LONGEST_HEADER; seen++) {
            int next = text.read();
            if (next < 0 || next == '\n' && semicolons + commas > 0) {
                break;
            }
            semicolons += next == ';' ? 1 : 0;
            commas += next == ',' ? 1 : 0;
        }
        text.reset();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolons > commas ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .get();
    }

    EmployeeColumns columns() {
        return columns;
    }

    /** The number of the row that was read last, from 1. */
    int row() {
        return row;
    }

    /** The cells of the next row, or null at the end. */
    List<String> next() {
        row++;
        return record();
    }

    private List<String> record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var cells = records.next().toList();
            for (var cell : cells) {
                if (cell.indexOf('\0') >= 0) {
                    throw unreadable("%s has a NUL byte.");
                }
                if (cell.contains(GARBLED)) {
                    throw unreadable("%s is not UTF-8.");
                }
            }
            return cells;
        } catch (UncheckedIOException e) {
            throw unreadable("%s has a quotation mark that is not closed, or something after a closing one.");
        }
    }

    private Refusal unreadable(String sentence) {
        return Malformed.at("/" + row, sentence.formatted(row == 0 ? "the header" : "row " + row));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
