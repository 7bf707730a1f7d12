package io.partnercompetencies;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Looks into the tests' database, past the service. */
public final class Sql {

    private Sql() {}

    public static int change(String sql, Object... arguments) {
        return run(sql, PreparedStatement::executeUpdate, arguments);
    }

    public static long number(String sql, Object... arguments) {
        return run(
                sql,
                statement -> {
                    var rows = statement.executeQuery();
                    rows.next();
                    return rows.getLong(1);
                },
                arguments);
    }

    public static String text(String sql, Object... arguments) {
        return run(
                sql,
                statement -> {
                    var rows = statement.executeQuery();
                    rows.next();
                    return rows.getString(1);
                },
                arguments);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private static <T> T run(String sql, Work<T> work, Object... arguments) {
        try (var connection = TestDatabase.connectAsSuperuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return work.on(statement);
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }
}
