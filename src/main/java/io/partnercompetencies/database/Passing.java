package io.partnercompetencies.database;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Failures after which a transaction has done nothing and may simply run again. */
final class Passing {

    /** Deadlock detected, serialization failure. */
    private static final Set<String> REFUSED = Set.of("40P01", "40001");

    /** The server has ended the connection, and the pool may have others of which it does not know the same yet. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P05", "25P03", "25P04");

    private Passing() {}

    static boolean is(Throwable failure) {
        return failure instanceof NotBegun || hasCause(failure, cause -> REFUSED.contains(sqlState(cause)));
    }

    /** Whether the connection is no more. What was done on it may have been committed. */
    static boolean isLost(Throwable failure) {
        return hasCause(
                failure,
                cause -> cause instanceof ClosedConnectionException
                        || cause instanceof IOException && !(cause instanceof ConnectException)
                        || ENDED.contains(sqlState(cause)));
    }

    private static boolean hasCause(Throwable failure, Predicate<Throwable> sought) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (sought.test(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Hibernate puts its own exception in the place of the driver's and keeps the state. */
    private static String sqlState(Throwable failure) {
        if (failure instanceof PgException refused) {
            return Objects.requireNonNullElse(refused.getSqlState(), "");
        }
        return failure instanceof SQLException refused ? Objects.requireNonNullElse(refused.getSQLState(), "") : "";
    }

    /** The transaction was given a connection that was no more. */
    static final class NotBegun extends RuntimeException {
        NotBegun(Throwable cause) {
            super("The connection was lost before the transaction began", cause);
        }
    }
}
