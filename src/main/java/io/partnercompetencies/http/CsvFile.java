package io.partnercompetencies.http;

import io.partnercompetencies.problem.Malformed;
import io.partnercompetencies.problem.Refusal;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of rows under a header, read while it arrives: RFC 4180 in UTF-8, with or without a byte order mark, with
 * semicolons where the header has them. Refuses what cannot be read, with its row; empty lines are no rows.
 */
public final class CsvFile implements Closeable {

    private static final int LONGEST_HEADER = 4096;

    private final BoundedRows bounds;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private int row;

    public CsvFile(InputStream body) throws IOException {
        bounds = new BoundedRows(body);
        var text = new BufferedReader(bounds);
        parser = CSVParser.builder().setReader(text).setFormat(format(text)).get();
        records = parser.iterator();
        header = record();
    }

    /** Leaves out the byte order mark, and finds out what separates the cells. */
    private static CSVFormat format(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        if (text.read() != BoundedRows.BYTE_ORDER_MARK) {
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

    /** Null where the file is empty. */
    public List<String> header() {
        return header;
    }

    /** The number of the row that was read last, from 1. */
    public int row() {
        return row;
    }

    /** The cells of the next row, or null at the end. */
    public List<String> next() {
        row++;
        return record();
    }

    private List<String> record() {
        try {
            bounds.nextRow();
            if (!records.hasNext()) {
                return null;
            }
            var cells = records.next().toList();
            for (var cell : cells) {
                var fault = BoundedRows.fault(cell);
                if (fault != null) {
                    throw unreadable(fault);
                }
            }
            return cells;
        } catch (UncheckedIOException e) {
            throw unreadable(
                    bounds.areExceeded()
                            ? "%s is too long, or has a quotation mark that is not closed."
                            : "%s has a quotation mark that is not closed, or something after a closing one.");
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
