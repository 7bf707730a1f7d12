package io.partnercompetencies.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Knocks at an external database before Quarkus does, to say in one line what Quarkus would say in a hundred. */
final class ExternalDatabase {

    /** The oldest version that the migrations and the statements are tested on. */
    static final int OLDEST_VERSION = 15;

    private static final Map<String, String> REASONS = Map.of(
            "28P01", "user name or password is wrong",
            "28000", "the server does not let this user in (pg_hba.conf)",
            "3D000", "the database does not exist",
            "42501", "the user may not connect to this database",
            "53300", "the server has no connection left",
            "57P03", "the server is starting up or shutting down");

    private ExternalDatabase() {}

    /** @param migrator the user that migrates, where this process does
     *  @return what the operator should know and the service can live with */
    static Optional<String> check(DatabaseAddress address, DatabaseAccess.Login service, Optional<String> migrator) {
        return check(address, service, connection -> ServiceRole.warning(connection, migrator));
    }

    static void check(DatabaseAddress address, DatabaseAccess.Login login) {
        check(address, login, connection -> Optional.empty());
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    private static <T> T check(DatabaseAddress address, DatabaseAccess.Login login, Look<T> look) {
        try (var connection = Jdbc.connect(address.url(), login)) {
            refuseOldVersion(address, connection);
            return look.at(connection);
        } catch (SQLException e) {
            throw refused(address, "as user " + login.name() + ": " + reason(e));
        }
    }

    private static void refuseOldVersion(DatabaseAddress address, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw refused(address, "PostgreSQL " + OLDEST_VERSION + " or newer is needed, this is " + version);
        }
    }

    private static StartRefused refused(DatabaseAddress address, String reason) {
        return new StartRefused(StartRefused.UNAVAILABLE, "Cannot use " + address + " " + reason + ".");
    }

    private static String reason(SQLException refusal) {
        var known = REASONS.get(refusal.getSQLState());
        if (known != null) {
            return known;
        }
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.UnknownHostException) {
                return "the host is unknown";
            }
            if (cause instanceof java.net.SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof java.net.ConnectException) {
                return "connection refused, nothing listens there";
            }
        }
        if (String.valueOf(refusal.getMessage()).contains("timed out")) {
            return "no answer in time";
        }
        return String.valueOf(refusal.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
