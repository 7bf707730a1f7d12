package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.ChaosPostgres;
import io.partnercompetencies.launch.DatabaseAccess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Many organisations, all reported through the API and left when 21,600 achievements are due and none of them counted:
 * no job runs while they are reported. Made once for all scenarios, each of which has a clone.
 *
 * <p>Before, two people of each had made Messaging SILVER met, one of them for sixty days only, and every fourth
 * organisation bought SILVER: its alert is open. What is due makes it clear, and wins levels of other competencies.
 */
final class Partners {

    static final int ORGANIZATIONS = Integer.getInteger("chaos.organizations", 600);
    static final int DUE = ORGANIZATIONS * 36;

    private static final String ORIGINAL = "partners";
    private static final int CALLERS = 12;
    private static final int BATCH = 1000;
    private static final String EARNED = Instant.parse("2026-01-10T10:00:00Z").toString();

    private static ChaosPostgres server;
    private static boolean isReported;
    private static int clones;

    private Partners() {}

    /** Of its own, with everything due; the server is that of all scenarios. */
    static synchronized Due clone(String name) throws Exception {
        if (server == null) {
            server = ChaosPostgres.start("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(Partners::close));
            report(server.database(ORIGINAL));
            isReported = true;
        }
        assertThat(isReported).as("the partners were made").isTrue();
        var database = name + "_" + ++clones;
        return new Due(server, database, server.clone(ORIGINAL, database));
    }

    private static void close() {
        try {
            server.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private static void report(DatabaseAccess database) throws Exception {
        var organizations = new ArrayList<String>();
        try (var copy = Copy.start(database, Map.of(), "counting").get(0)) {
            inParallel(ORGANIZATIONS, i -> employ(copy.api, i)).forEach(organizations::add);
            achieve(
                    copy.api,
                    IntStream.range(0, ORGANIZATIONS)
                            .boxed()
                            .flatMap(i -> first(i).stream())
                            .toList());
            awaitCounted(database);
            inParallel(
                    ORGANIZATIONS / 4,
                    i -> created(
                            copy.api,
                            "/v1/organizations/" + organizations.get(4 * i) + "/subscriptions",
                            Map.of("level", "SILVER")));
        }
        try (var copy = Copy.start(database, Map.of("COMPETENCIES_SYNC_EVERY", "off"), "reporting")
                .get(0)) {
            achieve(
                    copy.api,
                    IntStream.range(0, ORGANIZATIONS)
                            .boxed()
                            .flatMap(i -> then(i).stream())
                            .toList());
        }
    }

    private static void awaitCounted(DatabaseAccess database) throws SQLException {
        try (var original = new Due(server, ORIGINAL, database)) {
            Eventually.within(
                    120,
                    "the first achievements are counted",
                    () -> original.waiting() == 0
                            && original.number("select count(*) from level_history where met") == ORGANIZATIONS);
        }
    }

    private static String employ(Api api, int i) throws IOException {
        var organization = created(
                api,
                "/v1/organizations",
                Map.of("mpnId", "9" + i, "name", "Contoso " + i, "country", "ES", "market", "DEVELOPED"));
        for (int person = 1; person <= 4; person++) {
            var users = "/v1/organizations/" + organization + "/users";
            var name = "p" + person;
            var user = created(
                    api,
                    users,
                    Map.of(
                            "firstName",
                            name,
                            "lastName",
                            "C",
                            "displayName",
                            name,
                            "email",
                            name + "@contoso" + i + ".example"));
            created(
                    api,
                    users + "/" + user + "/microsoft-accounts",
                    Map.of("account", account(i, person), "kind", "LEARN"));
        }
        return organization;
    }

    private static String account(int organization, int person) {
        return "p" + person + "@outlook" + organization + ".example";
    }

    private static List<Map<String, String>> first(int i) {
        var ends = new LinkedHashMap<>(achievement(i, 2, "EXAM", "70-345"));
        ends.put("expiresAt", Instant.now().plus(60, ChronoUnit.DAYS).toString());
        return List.of(
                achievement(i, 1, "EXAM", "70-345"),
                achievement(i, 1, "EXAM", "70-347"),
                achievement(i, 2, "EXAM", "70-347"),
                ends);
    }

    private static List<Map<String, String>> then(int i) {
        var all = new ArrayList<Map<String, String>>();
        for (int person = 1; person <= 4; person++) {
            for (var exam : List.of("70-333", "70-334", "70-740", "70-764", "70-765", "70-532", "70-533")) {
                all.add(achievement(i, person, "EXAM", exam));
            }
            all.add(achievement(i, person, "CERTIFICATION", "mcsa-windows-server-2016"));
            if (person > 2) {
                all.add(achievement(i, person, "EXAM", "70-345"));
                all.add(achievement(i, person, "EXAM", "70-347"));
            }
        }
        return all;
    }

    private static Map<String, String> achievement(int organization, int person, String type, String credential) {
        return Map.of(
                "account", account(organization, person),
                "type", type,
                "credential", credential,
                "achievedAt", EARNED);
    }

    private static void achieve(Api api, List<Map<String, String>> achievements) throws Exception {
        int batches = (achievements.size() + BATCH - 1) / BATCH;
        inParallel(batches, i -> {
            var some = achievements.subList(BATCH * i, Math.min(BATCH * (i + 1), achievements.size()));
            var answer = post(api, "/v1/achievements/batch", some, 200);
            assertThat(answer.body().get("items"))
                    .allMatch(item -> item.get("status").asInt() / 100 == 2);
            return null;
        });
    }

    private static String created(Api api, String path, Object body) throws IOException {
        return post(api, path, body, 201).id();
    }

    /** Repeated as long as a busy machine refuses it. */
    private static Api.Answer post(Api api, String path, Object body, int expected) throws IOException {
        var key = UUID.randomUUID().toString();
        var answer = api.post(path, body, key);
        for (int i = 0; answer.status() == 503 && i < 20; i++) {
            answer = api.post(path, body, key);
        }
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(expected);
        return answer;
    }

    private interface Call {
        String make(int i) throws Exception;
    }

    private static List<String> inParallel(int count, Call call) throws InterruptedException, ExecutionException {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var results = new ArrayList<String>();
            for (Future<String> result : callers.invokeAll(IntStream.range(0, count)
                    .<Callable<String>>mapToObj(i -> () -> call.make(i))
                    .toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            callers.shutdown();
        }
    }
}
