package io.partnercompetencies.fuzz;

import io.partnercompetencies.launch.PackagedData;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the database holds, told by its rows' versions: whatever is written or deleted makes another picture. */
final class Tables implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Refused sign-ins are counted, which is what locks a name. */
    private static final String OUTSIDE = "sign_in_failure";

    private static final String WORK = """
            select (select count(*) from user_import where status in ('ARRIVING', 'RUNNING'))
                 + (select count(*) from achievement_import where finished_at is null or status = 'DISCARDED')
                 + (select count(*) from organization_merge where status = 'RUNNING')""";

    private final Connection connection;
    private final String picture;

    Tables(Path folder) throws IOException, SQLException {
        connection = PackagedData.connect(folder);
        try (var statement = connection.createStatement();
                var tables = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('" + OUTSIDE + "', 'flyway_schema_history')")) {
            picture = rows(tables).keySet().stream()
                    .map(table -> "select '" + table + "', count(*) || ' rows ' || coalesce(bit_xor("
                            + "hashtextextended(xmin::text || ctid::text, 0)), 0) from " + table)
                    .collect(Collectors.joining(" union all "));
        }
    }

    /** By table. */
    Map<String, String> picture() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(picture)) {
            return rows(found);
        }
    }

    private static Map<String, String> rows(ResultSet found) throws SQLException {
        var all = new TreeMap<String, String>();
        while (found.next()) {
            all.put(found.getString(1), found.getMetaData().getColumnCount() > 1 ? found.getString(2) : "");
        }
        return all;
    }

    /** Nothing that was accepted is still worked on. */
    void awaitRest() throws SQLException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (isAtWork()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("imports and merges have not ended within " + PATIENCE);
            }
            Thread.sleep(5);
        }
    }

    private boolean isAtWork() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(WORK)) {
            found.next();
            return found.getInt(1) > 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
