package io.partnercompetencies.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Asks, with one probe of the index, whether anything that was due by an instant still is. */
final class DueProbe implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Connection connection;
    private final PreparedStatement probe;

    DueProbe(Database database) throws SQLException {
        connection = database.connect();
        probe = connection.prepareStatement("select exists (select from standing where next_due_at <= ?::timestamptz)");
    }

    void awaitNone(Instant until, Duration patience) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isDue(until)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("organizations are still due after " + patience);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isDue(Instant until) throws SQLException {
        probe.setString(1, until.toString());
        try (var rows = probe.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
