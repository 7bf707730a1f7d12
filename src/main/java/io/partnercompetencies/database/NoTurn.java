package io.partnercompetencies.database;

import java.sql.SQLException;

/** Said in PostgreSQL's words, which everybody here understands, of work that never reached it. */
final class NoTurn extends SQLException {

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CONNECTION_EXCEPTION = "08000";

    private NoTurn(String reason, String state) {
        super(reason, state);
    }

    static NoTurn tooManyWait() {
        return new NoTurn("Too many wait for the database already", TOO_MANY_CONNECTIONS);
    }

    static NoTurn waitedTooLong() {
        return new NoTurn("Others kept the database busy for too long", TOO_MANY_CONNECTIONS);
    }

    /** Nobody's work ended in all that time. */
    static NoTurn nothingMoves() {
        return new NoTurn("The database has not finished anything for too long", CONNECTION_EXCEPTION);
    }

    /** Thousands are made when there is most to do, and where it happened says nothing. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
