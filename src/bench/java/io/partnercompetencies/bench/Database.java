package io.partnercompetencies.bench;

import io.partnercompetencies.launch.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One database of the benchmarks' server. */
record Database(String name, DatabaseAccess access) {

    /** As the owner of the tables. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + access.url(), access.owner().name(), access.owner().password());
    }

    /** What the service must find in its environment to use it. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        access.properties()
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }

    /** @return how many rows it changed */
    int change(String sql, Object... arguments) throws SQLException {
        try (var connection = connect();
                var statement = statement(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    long number(String sql, Object... arguments) throws SQLException {
        return Long.parseLong(text(sql, arguments));
    }

    /** The first column of the first row. */
    String text(String sql, Object... arguments) throws SQLException {
        try (var connection = connect();
                var statement = statement(connection, sql, arguments);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("no row: " + sql);
            }
            return rows.getString(1);
        }
    }

    static PreparedStatement statement(Connection connection, String sql, Object... arguments) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
