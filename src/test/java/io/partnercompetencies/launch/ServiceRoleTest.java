package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could do to the database who has got hold of the service's own connection. */
class ServiceRoleTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final DatabaseAccess.Login OTHER_OWNER = new DatabaseAccess.Login("fence_owner", "for-a-test");
    private static final DatabaseAccess.Login OTHER_SERVICE = new DatabaseAccess.Login("fence \"service", "for-a-test");
    private static final String DATABASE = "fence_" + ProcessHandle.current().pid();

    private static DatabaseAccess access;
    private static Connection service;

    @BeforeAll
    static void migrate_as_the_owner() throws Exception {
        access = TestDatabase.server().join(DATABASE);
        flyway(access, access.owner(), access.service()).load().migrate();
        try (var owner = Jdbc.connect(access.url(), access.owner())) {
            // Back to an earlier release, which let the service into every table there was.
            execute(owner, "delete from flyway_schema_history where version is null");
            execute(
                    owner,
                    "grant all on all tables in schema public to "
                            + access.service().name());
        }
        flyway(access, access.owner(), access.service()).load().migrate();
        service = Jdbc.connect(access.url(), access.service());
    }

    @AfterAll
    static void hang_up() throws SQLException {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create temporary table mine (id int)",
                "create view mine as select 1",
                "create schema mine",
                "create function mine() returns int language sql return 1",
                "create extension hstore",
                "alter table app_user add column mine int",
                "alter table app_user owner to competencies_service",
                "alter table app_user disable trigger all",
                "create trigger mine before update on app_user execute function suppress_redundant_updates_trigger()",
                "create index mine on app_user (first_name)",
                "drop table app_user",
                "truncate app_user",
                "truncate audit_record",
                "drop table audit_record",
                "update audit_record set id = id",
                "delete from audit_record",
                "update audit_record set id = id where false",
                "drop schema public cascade",
                "drop database postgres",
                "select 1 from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "update flyway_schema_history set success = false",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history",
                "grant update on flyway_schema_history to competencies_service",
                "set role competencies_owner",
                "set session authorization postgres",
                "alter role competencies_owner password 'known'",
                "alter role competencies_service superuser",
                "create role mine superuser",
                "alter system set fsync = off",
                "copy app_user to program 'cat'",
                "copy app_user from '/etc/passwd'",
                "select pg_read_file('/etc/passwd')",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'",
                "select passwd from pg_shadow"
            })
    void it_is_refused(String statement) {
        assertRefused(service, statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_user", "organization", "idempotency", "login", "audit_personal"})
    void rows_are_the_services_to_change(String table) {
        assertThatCode(() -> {
                    execute(service, "select 1 from " + table + " where false");
                    execute(service, "insert into " + table + " select * from " + table + " where false");
                    execute(service, "delete from " + table + " where false");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void the_audit_is_read_and_added_to() {
        assertThatCode(() -> execute(service, "insert into audit_record select * from audit_record where false"))
                .doesNotThrowAnyException();
    }

    @Test
    void nothing_in_the_schema_belongs_to_the_service() throws SQLException {
        assertThat(text("""
                select count(*) filter (where relowner <> 'competencies_owner'::regrole) || ' of ' || (count(*) > 20)
                from pg_class where relnamespace = 'public'::regnamespace""")).isEqualTo("0 of true");
    }

    @Test
    void a_table_of_a_later_migration_is_open_for_rows_and_no_more() throws SQLException {
        try (var owner = Jdbc.connect(access.url(), access.owner())) {
            execute(owner, "create table later (id int)");
            assertThat(text("""
                    select string_agg(privilege_type, ' ' order by privilege_type)
                    from information_schema.role_table_grants
                    where table_name = 'later' and grantee = current_user""")).isEqualTo("DELETE INSERT SELECT UPDATE");
            execute(owner, "drop table later");
        }
    }

    @Test
    void the_two_roles_of_an_external_database_need_no_grants_by_hand_and_a_name_may_change_later() throws Exception {
        var database = externalDatabase();
        var external = new DatabaseAccess(
                access.url().replace(DATABASE, database),
                new DatabaseAccess.Login("fence_owner", "for-a-test"),
                OTHER_OWNER);
        flyway(external, OTHER_OWNER, OTHER_OWNER).load().migrate();
        try (var alone = Jdbc.connect(external.url(), OTHER_OWNER)) {
            execute(alone, "update flyway_schema_history set success = success");
            assertThat(ServiceRole.warning(alone, Optional.empty()))
                    .hasValueSatisfying(warning ->
                            assertThat(warning).contains("fence_owner", "COMPETENCIES_DATABASE_OWNER_USERNAME"));
        }
        try (var other = Jdbc.connect(external.url(), OTHER_SERVICE)) {
            assertRefused(other, "select 1 from app_user");
            assertThat(flyway(external, OTHER_OWNER, OTHER_SERVICE).load().migrate().migrationsExecuted)
                    .isOne();
            execute(other, "update app_user set last_name = last_name");
            assertRefused(other, "alter table app_user add column mine int");
            assertRefused(other, "delete from audit_record");
            assertRefused(other, "delete from flyway_schema_history");
            assertThat(ServiceRole.warning(other, Optional.of(OTHER_OWNER.name())))
                    .isEmpty();
        }
    }

    @Test
    void a_role_that_may_become_the_owner_is_warned_of() throws Exception {
        var superuser = TestDatabase.server().connectAsSuperuser(DATABASE);
        try (superuser) {
            assertThat(ServiceRole.warning(superuser, Optional.of("competencies_owner")))
                    .hasValueSatisfying(warning -> assertThat(warning).contains("postgres", "superuser"));
        }
        assertThat(ServiceRole.warning(service, Optional.of("competencies_owner")))
                .isEmpty();
    }

    @Test
    void who_neither_migrates_nor_owns_is_not_warned_of() throws SQLException {
        assertThat(ServiceRole.warning(service, Optional.empty())).isEmpty();
        assertThat(ServiceRole.warning(service, Optional.of(access.service().name())))
                .hasValueSatisfying(warning -> assertThat(warning).contains("owns the tables"));
    }

    private static String externalDatabase() throws Exception {
        var database = DATABASE.replace("_", "_9");
        try (var superuser = TestDatabase.server().connectAsSuperuser("postgres")) {
            for (var login : new DatabaseAccess.Login[] {OTHER_OWNER, OTHER_SERVICE}) {
                var quoted = "\"" + login.name().replace("\"", "\"\"") + "\"";
                execute(
                        superuser,
                        "do $$ begin if to_regrole('" + quoted + "') is null then create role " + quoted
                                + " login password '" + login.password() + "'; end if; end $$");
            }
            execute(superuser, "create database " + database + " owner " + OTHER_OWNER.name());
        }
        return database;
    }

    private static FluentConfiguration flyway(
            DatabaseAccess access, DatabaseAccess.Login owner, DatabaseAccess.Login service) {
        return Flyway.configure()
                .dataSource("jdbc:" + access.url(), owner.name(), owner.password())
                .placeholders(Map.of("service", service.name()));
    }

    private static void assertRefused(Connection connection, String statement) {
        assertThatThrownBy(() -> execute(connection, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState())
                                .as(refused.getMessage())
                                .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String query) throws SQLException {
        try (var statement = service.createStatement()) {
            var rows = statement.executeQuery(query);
            rows.next();
            return rows.getString(1);
        }
    }
}
