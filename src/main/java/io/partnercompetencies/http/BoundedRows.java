package io.partnercompetencies.http;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file of rows, in UTF-8. Gives no more of it for one row than a row can have: a quotation mark that is
 * never closed is not the whole file.
 */
final class BoundedRows extends FilterReader {

    /** Characters; what is read ahead for the next rows is among them. */
    private static final int MOST = 1 << 20;

    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Stands for bytes that are not UTF-8; no text has it, because it is no character. */
    private static final char GARBLED = '\uFFFF';

    private int given;

    BoundedRows(InputStream body) {
        super(new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(GARBLED))));
    }

    /** Why a text cannot be read, as a sentence about {@code %s}; null where it can. */
    static String fault(String text) {
        if (text.indexOf('\0') >= 0) {
            return "%s has a NUL byte.";
        }
        return text.indexOf(GARBLED) >= 0 ? "%s is not UTF-8." : null;
    }

    void nextRow() {
        given = 0;
    }

    boolean areExceeded() {
        return given > MOST;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (areExceeded()) {
            throw new IOException("The row is too long");
        }
        int got = super.read(into, offset, length);
        given += Math.max(got, 0);
        return got;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
