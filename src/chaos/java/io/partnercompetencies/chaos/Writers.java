package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.chaos.Api.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Partners that go on writing whatever happens: a call that is refused is repeated with its Idempotency-Key, through
 * another copy, until it is acknowledged. What was acknowledged they remember; who gets any other answer begins anew
 * with another partner, so that one lost write does not end all others.
 */
final class Writers implements AutoCloseable {

    private static final int AT_ONCE = 12;
    private static final int PAUSE_MILLIS = 50;

    /** Which table has what a write left, and by which column. */
    private enum Kind {
        ORGANIZATION("organization", "id"),
        USER("app_user", "id"),
        ASSOCIATION("association", "id"),
        ACHIEVEMENT("achievement", "id"),
        FIGURE("performance_record", "customer_id"),
        OVERRIDE("level_override", "id"),
        SUBSCRIPTION("subscription", "id");

        private final String table;
        private final String column;

        Kind(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    private record Acknowledged(Kind kind, String key, long at) {}

    private final List<Copy> copies;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> finished = new ConcurrentLinkedQueue<>();
    private final Queue<String> improper = new ConcurrentLinkedQueue<>();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicInteger partners = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean going = true;

    Writers(List<Copy> copies) {
        this.copies = copies;
        IntStream.range(0, AT_ONCE).forEach(i -> threads.execute(this::write));
    }

    private void write() {
        while (going) {
            try {
                partner(partners.incrementAndGet());
            } catch (Stopped e) {
                return;
            } catch (RuntimeException | AssertionError e) {
                improper.add(e.toString());
            }
        }
    }

    private void partner(int number) {
        var name = "n" + number + "x" + Long.toHexString(System.nanoTime());
        var organization = write(
                Kind.ORGANIZATION,
                "/v1/organizations",
                Map.of("mpnId", "8" + number, "name", "Fabrikam " + number, "country", "ES", "market", "DEVELOPED"));
        var path = "/v1/organizations/" + organization;
        var user = write(
                Kind.USER,
                path + "/users",
                Map.of("firstName", "Ana", "lastName", "C", "displayName", "Ana", "email", name + "@fabrikam.example"));
        var account = name + "@outlook.example";
        write(
                Kind.ASSOCIATION,
                path + "/users/" + user + "/microsoft-accounts",
                Map.of("account", account, "kind", "LEARN"));
        write(
                Kind.ACHIEVEMENT,
                "/v1/achievements",
                Map.of(
                        "account",
                        account,
                        "type",
                        "EXAM",
                        "credential",
                        "70-345",
                        "achievedAt",
                        "2026-01-10T10:00:00Z"));
        report(path, name);
        write(
                Kind.OVERRIDE,
                path + "/overrides",
                Map.of("competencyId", "messaging", "level", "SILVER", "reason", "Chaos"));
        write(Kind.SUBSCRIPTION, path + "/subscriptions", Map.of("level", "SILVER"));
        finished.add(organization);
    }

    private String write(Kind kind, String path, Map<String, String> body) {
        var key = UUID.randomUUID().toString();
        var answer = untilAcknowledged(api -> api.post(path, body, key), 201);
        acknowledged.add(new Acknowledged(kind, answer.id(), System.nanoTime()));
        return answer.id();
    }

    private void report(String path, String customer) {
        var figure = Map.of(
                "customerId",
                customer,
                "metric",
                "active-entitlements",
                "product",
                "exchange-online",
                "association",
                "delegated-admin",
                "period",
                YearMonth.now(ZoneOffset.UTC).toString(),
                "value",
                7);
        var answer = untilAcknowledged(api -> api.put(path + "/performance", Map.of("records", List.of(figure))), 200);
        if (answer.body().get("accepted").asInt() != 1) {
            improper.add("a figure was not accepted: " + answer.body());
        }
        acknowledged.add(new Acknowledged(Kind.FIGURE, customer, System.nanoTime()));
    }

    private interface Call {
        Answer make(Api api) throws IOException;
    }

    private Answer untilAcknowledged(Call call, int expected) {
        while (going) {
            var copy = copies.get(turn.incrementAndGet() % copies.size());
            try {
                var answer = call.make(copy.api);
                statuses.add(answer.status());
                if (answer.status() == expected) {
                    return answer;
                }
                if (answer.status() != 503 || answer.retryAfter() == null) {
                    throw new AssertionError(
                            answer.status() + " " + answer.body() + " Retry-After: " + answer.retryAfter());
                }
                refused.incrementAndGet();
            } catch (IOException e) {
                improper.add(copy.name + " did not answer: " + e);
            }
            rest();
        }
        throw new Stopped();
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Writes that were acknowledged later than this, by System.nanoTime(). */
    long acknowledgedSince(long nanos) {
        return acknowledged.stream().filter(one -> one.at() - nanos > 0).count();
    }

    int refused() {
        return refused.get();
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        threads.shutdown();
        if (!threads.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new AssertionError("a call had no end");
        }
    }

    /** Every answer was the one asked for, or 503 with Retry-After. */
    void assertNoneImproper() {
        assertThat(improper).isEmpty();
        assertThat(statuses).isSubsetOf(200, 201, 503);
    }

    /** What was acknowledged is there, and what was repeated is there once. */
    void assertNothingLost(Connection database) throws SQLException {
        for (var kind : Kind.values()) {
            var keys = acknowledged.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Acknowledged::key)
                    .collect(Collectors.toSet());
            assertThat(keys).as("there were writes of every kind").isNotEmpty();
            var lost = rows(
                    database,
                    "select key from unnest(?) key except select " + kind.column + "::text from " + kind.table,
                    keys);
            assertThat(lost).as("acknowledged and lost: " + kind).isEmpty();
            if (kind != Kind.ORGANIZATION && kind != Kind.ACHIEVEMENT) {
                var twice = rows(
                        database,
                        "select organization_id::text from " + kind.table
                                + " where organization_id::text = any(?) group by 1 having count(*) <> 1",
                        finished);
                assertThat(twice).as("written twice: " + kind).isEmpty();
            }
        }
    }

    private static List<String> rows(Connection database, String sql, Collection<String> keys) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setArray(1, database.createArrayOf("text", keys.toArray()));
            var found = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static final class Stopped extends RuntimeException {}
}
