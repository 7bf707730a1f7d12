package io.partnercompetencies.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills one empty table on a connection of its own, so that the server takes several tables at once. */
final class CopyTable implements AutoCloseable {

    private static final int PORTION = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(PORTION + 4096);

    CopyTable(Database database, String table, String columns) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // In the transaction that fills it, so that rows are frozen from the start.
            statement.execute("truncate " + table);
        }
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin with (freeze)");
    }

    /** Values whose text has neither tabs, line breaks nor backslashes. */
    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            if (values[i] == null) {
                buffer.append("\\N");
            } else {
                buffer.append(values[i]);
            }
        }
        buffer.append('\n');
        if (buffer.length() >= PORTION) {
            flush();
        }
    }

    private void flush() throws SQLException {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    void finish() throws SQLException {
        flush();
        copy.endCopy();
        connection.commit();
    }

    /** Without a {@link #finish} before, the table stays as it was. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
        connection.close();
    }
}
