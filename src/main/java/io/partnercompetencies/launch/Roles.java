package io.partnercompetencies.launch;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The embedded server's roles and database. The owner migrates the schema; the service may change rows and nothing
 * else, so that no mistake of the service's can drop or alter a table.
 */
final class Roles {

    static final String OWNER = "competencies_owner";
    static final String SERVICE = "competencies_service";

    private Roles() {}

    static DatabaseAccess ensure(int port, String database, Credentials credentials) throws SQLException {
        var superuser = new DatabaseAccess.Login("postgres", credentials.superuser());
        try (var server = Jdbc.connect(Jdbc.local(port, "postgres"), superuser)) {
            login(server, OWNER, credentials.owner());
            login(server, SERVICE, credentials.service());
            if (!exists(server, "select 1 from pg_database where datname = ?", database)) {
                execute(server, "create database " + database + " owner " + OWNER);
            }
            execute(server, "revoke all on database " + database + " from public");
            execute(server, "grant connect on database " + database + " to " + SERVICE);
        }
        try (var inside = Jdbc.connect(Jdbc.local(port, database), superuser)) {
            execute(inside, "alter schema public owner to " + OWNER);
            execute(inside, "revoke all on schema public from public");
            execute(inside, "grant usage on schema public to " + SERVICE);
            var futureObjects = "alter default privileges for role " + OWNER + " in schema public ";
            execute(inside, futureObjects + "grant select, insert, update, delete on tables to " + SERVICE);
            execute(inside, futureObjects + "grant usage, select on sequences to " + SERVICE);
        }
        return new DatabaseAccess(
                Jdbc.local(port, database),
                new DatabaseAccess.Login(SERVICE, credentials.service()),
                new DatabaseAccess.Login(OWNER, credentials.owner()));
    }

    private static void login(Connection server, String role, String password) throws SQLException {
        if (!exists(server, "select 1 from pg_roles where rolname = ?", role)) {
            execute(server, "create role " + role + " login password '" + password + "'");
        }
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (var statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
