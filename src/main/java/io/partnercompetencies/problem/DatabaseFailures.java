package io.partnercompetencies.problem;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What PostgreSQL and its client report, by SQLSTATE: the texts are translated and change. */
final class DatabaseFailures {

    /**
     * Shut down by an administrator, crashed, starting, or dropped under us; a session that was ended because nothing
     * came from us for too long, in a transaction or at all; and a server that is no primary any more, or not yet.
     */
    private static final Set<String> GONE =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "25006");

    /** Statement and lock timeouts, and transactions that lost against others to the end. */
    private static final Set<String> BUSY = Set.of("57014", "55P03", "40001", "40P01");

    private DatabaseFailures() {}

    static Optional<Refusal> refusal(Throwable failure) {
        return sqlState(failure).flatMap(DatabaseFailures::bySqlState).or(() -> byConnection(failure));
    }

    /** Hibernate puts its own exception in the place of the driver's and keeps the state. */
    static Optional<String> sqlState(Throwable failure) {
        if (failure instanceof PgException refused) {
            return Optional.ofNullable(refused.getSqlState());
        }
        return failure instanceof SQLException refused ? Optional.ofNullable(refused.getSQLState()) : Optional.empty();
    }

    private static Optional<Refusal> bySqlState(String state) {
        if (GONE.contains(state) || state.startsWith("08") || state.startsWith("28")) {
            return Optional.of(unavailable());
        }
        if (BUSY.contains(state) || state.startsWith("53")) {
            return Optional.of(new Refusal(Code.OVERLOADED, "There is too much to do at the moment. Try again soon."));
        }
        if (state.startsWith("22")) {
            return Optional.of(new Refusal(Code.INVALID, "The request holds a value that cannot be stored."));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> byConnection(Throwable failure) {
        return failure instanceof ClosedConnectionException
                        // What writing to a connection throws that the other side has reset, in the system's words.
                        || failure.getClass() == IOException.class
                        || failure instanceof SocketException
                        || failure instanceof UnknownHostException
                        || failure instanceof ClosedChannelException
                        || failure instanceof TimeoutException
                        || isSaidByTheClient(failure)
                ? Optional.of(unavailable())
                : Optional.empty();
    }

    /** The Vert.x client has no types for these: a pool without a free connection, a connection that died. */
    private static boolean isSaidByTheClient(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage()).orElse("");
        return failure.getClass().getName().startsWith("io.vertx.")
                        && (message.startsWith("Timeout") || message.contains("onnection"))
                || message.equals("Pool closed")
                || message.startsWith("Connection is not active")
                || message.startsWith("Connection is closed")
                || message.startsWith("Connection was closed");
    }

    private static Refusal unavailable() {
        return new Refusal(Code.DATABASE_UNAVAILABLE, "The database cannot be reached. Try again soon.");
    }
}
