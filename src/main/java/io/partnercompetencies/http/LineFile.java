package io.partnercompetencies.http;

import io.partnercompetencies.problem.Malformed;
import io.partnercompetencies.problem.Refusal;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of lines, read while it arrives, in UTF-8, with or without a byte order mark. Refuses what cannot be read, with
 * its line; empty lines are left out and not counted.
 */
public final class LineFile implements Closeable {

    private final BoundedRows bounds;
    private final BufferedReader lines;
    private int row;

    public LineFile(InputStream body) {
        bounds = new BoundedRows(body);
        lines = new BufferedReader(bounds);
    }

    /** The number of the line that was read last, from 1. */
    public int row() {
        return row;
    }

    /** The next line, or null at the end. */
    public String next() throws IOException {
        row++;
        var line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line;
    }

    private String line() throws IOException {
        bounds.nextRow();
        try {
            var line = lines.readLine();
            if (line != null && row == 1 && line.indexOf(BoundedRows.BYTE_ORDER_MARK) == 0) {
                line = line.substring(1);
            }
            var fault = line == null ? null : BoundedRows.fault(line);
            if (fault != null) {
                throw unreadable(fault);
            }
            return line;
        } catch (IOException e) {
            if (bounds.areExceeded()) {
                throw unreadable("%s is too long.");
            }
            throw e;
        }
    }

    private Refusal unreadable(String sentence) {
        return Malformed.at("/" + row, sentence.formatted("row " + row));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
