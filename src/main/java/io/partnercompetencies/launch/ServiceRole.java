package io.partnercompetencies.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Whether the role that the service works as in an external database is bounded as it should be. */
final class ServiceRole {

    private static final String RIGHTS = """
            select rolsuper,
                   exists (select from pg_class
                           where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
                             and pg_has_role(relowner, 'usage')) as owns
            from pg_roles where rolname = current_user""";

    private ServiceRole() {}

    /**
     * One line for the operator where the role could change tables, the audit or the migrations.
     *
     * @param migrator the role that migrates, where this process does
     */
    static Optional<String> warning(Connection service, Optional<String> migrator) throws SQLException {
        var name = service.getMetaData().getUserName();
        try (var statement = service.createStatement();
                var rights = statement.executeQuery(RIGHTS)) {
            rights.next();
            if (rights.getBoolean("rolsuper")) {
                return Optional.of(warning(name, "is a superuser"));
            }
            boolean migrates = migrator.filter(name::equals).isPresent();
            return migrates || rights.getBoolean("owns")
                    ? Optional.of(warning(name, "owns the tables"))
                    : Optional.empty();
        }
    }

    private static String warning(String name, String reason) {
        return "Warning: the database user " + name + " " + reason
                + ", so nothing in the database keeps the service from changing its tables or its audit. Let "
                + Settings.variable(Settings.OWNER_USERNAME) + " name another user, who owns the tables.";
    }
}
