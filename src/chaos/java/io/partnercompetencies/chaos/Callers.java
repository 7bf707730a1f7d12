package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.chaos.Api.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Partners that read and write and make no call twice: whatever is not answered as it should be is a failure. */
final class Callers implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final Api api;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger partners = new AtomicInteger();
    private volatile boolean going = true;

    Callers(String baseUrl) {
        this.api = new Api(baseUrl);
        IntStream.range(0, AT_ONCE).forEach(i -> threads.execute(this::call));
    }

    private void call() {
        while (going) {
            try {
                partner(partners.incrementAndGet());
            } catch (IOException | RuntimeException | AssertionError e) {
                failures.add(e.toString());
            }
        }
    }

    /** Every other one without Idempotency-Keys, whose calls nobody may make twice. */
    private void partner(int number) throws IOException {
        boolean keys = number % 2 == 0;
        var organization = write(
                keys,
                "organization",
                "/v1/organizations",
                Map.of("mpnId", "8" + number, "name", "Fabrikam " + number, "country", "ES", "market", "DEVELOPED"));
        var path = "/v1/organizations/" + organization;
        for (int i = 0; i < 3; i++) {
            var name = "n" + number + "-" + i;
            var user = write(keys, "app_user", path + "/users", user(name));
            var account = Map.of("account", name + "@outlook.example", "kind", "LEARN");
            write(keys, "association", path + "/users/" + user + "/microsoft-accounts", account);
            write(keys, "achievement", "/v1/achievements", achievement(name));
            read(path + "/users/" + user);
            read(path + "/competencies");
            read(path + "/achievements");
            read("/v1/achievements?account=" + name + "@outlook.example");
        }
    }

    private static Map<String, String> user(String name) {
        return Map.of("firstName", "Ana", "lastName", "C", "displayName", "Ana", "email", name + "@fabrikam.example");
    }

    private static Map<String, String> achievement(String name) {
        return Map.of(
                "account", name + "@outlook.example",
                "type", "EXAM",
                "credential", "70-345",
                "achievedAt", "2026-01-10T10:00:00Z");
    }

    private String write(boolean key, String table, String path, Map<String, String> body) throws IOException {
        var answer = api.post(path, body, key ? UUID.randomUUID().toString() : null);
        expect(201, answer, "POST " + path);
        var id = answer.id();
        acknowledged
                .computeIfAbsent(table, first -> ConcurrentHashMap.newKeySet())
                .add(id);
        writes.incrementAndGet();
        return id;
    }

    private void read(String path) throws IOException {
        expect(200, api.get(path), "GET " + path);
        reads.incrementAndGet();
    }

    private static void expect(int status, Answer answer, String call) {
        if (answer.status() != status) {
            throw new IllegalStateException(call + " answered " + answer.status() + " " + answer.body());
        }
    }

    int reads() {
        return reads.get();
    }

    int writes() {
        return writes.get();
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        threads.shutdown();
        if (!threads.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new AssertionError("a call had no end");
        }
    }

    void assertNoneFailed() {
        assertThat(failures).isEmpty();
    }

    /** What was acknowledged is there, and nothing else: a call that was made twice would have left more. */
    void assertAllThereOnce(Connection database) throws SQLException {
        assertThat(acknowledged).hasSize(4);
        for (var table : acknowledged.keySet()) {
            assertThat(ids(database, table)).as(table).isEqualTo(new TreeSet<>(acknowledged.get(table)));
        }
    }

    private static TreeSet<String> ids(Connection database, String table) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select id from " + table)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        return new TreeSet<>(ids);
    }
}
