package io.partnercompetencies.achievement;

import static io.partnercompetencies.achievement.ImportedAchievements.LINES;
import static io.partnercompetencies.achievement.ImportedAchievements.accepted;
import static io.partnercompetencies.achievement.ImportedAchievements.column;
import static io.partnercompetencies.achievement.ImportedAchievements.log;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether reports come by a file or by batches makes no difference. */
@QuarkusTest
class ImportedLikeBatchesTest {

    private static final int ACCOUNTS = 6;
    private static final int ONE_BATCH = 90;
    private static final int SEVERAL_BATCHES = 400;
    private static final List<String> CREDENTIALS =
            List.of("70-347", "70-345", "x-1", "X-1", "x-2", "mcse-productivity");
    private static final List<String> TYPES = List.of("EXAM", "EXAM", "EXAM", "CERTIFICATION", "ASSESSMENT");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    PartnerFixture partners;

    @Inject
    ImportedAchievements imports;

    /** Accounts that are reported about, with the same past as their twins in the other world. */
    private record World(String name) {
        String account(int i) {
            return "a%d-%s@outlook.example".formatted(i, name);
        }
    }

    private Instant firstDay;

    @BeforeEach
    void three_days_of_exams() {
        firstDay = partners.now().minus(Duration.ofDays(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_same_reports_make_the_same_rows(long seed) throws Exception {
        var byBatch = world(seed);
        var byFile = world(seed);
        haveTheSame(byBatch, byFile, seed, ONE_BATCH);
        assertThat(credits(byFile)).isEqualTo(credits(byBatch)).contains("70-347");
        assertThat(formerCredits(byFile)).isEqualTo(formerCredits(byBatch));
    }

    /** What an account is told in two transactions it learns in two steps; both end at the same. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void more_reports_than_a_transaction_takes_end_at_the_same(long seed) throws Exception {
        var byBatch = world(seed);
        var byFile = world(seed);
        haveTheSame(byBatch, byFile, seed, SEVERAL_BATCHES);
    }

    private void haveTheSame(World byBatch, World byFile, long seed, int rows) throws Exception {
        partners.advance(Duration.ofHours(30));
        var batch = batch(reports(byBatch, new Random(seed), rows));
        var address = accepted(LINES, lines(reports(byFile, new Random(seed), rows)));
        imports.runAll();
        assertThat(column(log(address + "/log"), "status")).isEqualTo(batch).contains("CREATED", "EXISTS", "FAILED");
        assertThat(achievements(byFile)).isEqualTo(achievements(byBatch)).contains("70-347");
        assertThat(standings(byFile)).isEqualTo(standings(byBatch)).contains(",t,");
    }

    /** Two companies; some accounts are associated for one kind, some for both, one for none, and some were reported. */
    private World world(long seed) {
        var world = new World(UUID.randomUUID().toString());
        var companies = List.of(partners.partner(), partners.partner());
        for (int i = 1; i < ACCOUNTS; i++) {
            var employee = partners.employee(companies.get(i % 2), world.account(i));
            if (i != 2) {
                partners.link(employee, "LEARN").statusCode(201);
            }
            if (i < 4) {
                partners.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
            }
        }
        var random = new Random(seed + 1000);
        for (var report : reports(world, random, 40)) {
            var answer = partners.report(report).extract();
            if (answer.statusCode() < 300 && random.nextInt(4) == 0) {
                partners.revokes(answer.path("id"));
            }
        }
        return world;
    }

    private List<Map<String, String>> reports(World world, Random random, int rows) {
        var reports = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows; i++) {
            var report = new LinkedHashMap<String, String>();
            var account = world.account(random.nextInt(ACCOUNTS));
            var achievedAt = firstDay.plus(Duration.ofDays(random.nextInt(3)));
            report.put("account", random.nextInt(5) == 0 ? account.toUpperCase(Locale.ROOT) : account);
            report.put("type", TYPES.get(random.nextInt(TYPES.size())));
            report.put("credential", CREDENTIALS.get(random.nextInt(CREDENTIALS.size())));
            report.put("achievedAt", achievedAt.toString());
            if (random.nextInt(3) == 0) {
                report.put(
                        "expiresAt",
                        achievedAt.plus(Duration.ofHours(random.nextInt(100))).toString());
            }
            if (random.nextInt(3) == 0) {
                report.put("source", "s" + random.nextInt(2));
            }
            reports.add(report);
        }
        return reports;
    }

    private static List<String> batch(List<Map<String, String>> reports) {
        List<Integer> statuses = PartnerFixture.admin()
                .body(reports)
                .post("/v1/achievements/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("items.status");
        return statuses.stream()
                .map(status -> status == 201 ? "CREATED" : status == 200 ? "EXISTS" : "FAILED")
                .toList();
    }

    private static String lines(List<Map<String, String>> reports) throws JsonProcessingException {
        var lines = new StringBuilder();
        for (var report : reports) {
            lines.append(JSON.writeValueAsString(report)).append('\n');
        }
        return lines.toString();
    }

    private static String achievements(World world) {
        return rows(world, """
                select lower(left(m.email, 2)), a.type, a.credential, a.achieved_at, a.expires_at, a.source,
                  a.recorded_at, a.revoked_at is null
                from achievement a join microsoft_account m on m.id = a.account_id""");
    }

    private static String credits(World world) {
        return rows(world, """
                select lower(left(m.email, 2)), s.kind, c.type, c.credential, c.fits, c.achieved_at, c.counts_from,
                  c.known_from, c.expires_at, c.revoked_at is null, u.id is not null
                from credit c join microsoft_account m on m.id = c.account_id
                join association s on s.organization_id = c.organization_id and s.id = c.association_id
                left join app_user u on u.organization_id = c.organization_id and u.id = c.user_id""");
    }

    private static String formerCredits(World world) {
        return rows(world, """
                select lower(left(m.email, 2)), a.credential, a.achieved_at, f.until, f.known_from, f.expires_at
                from former_credit f join achievement a on a.id = f.achievement_id
                join microsoft_account m on m.id = a.account_id""");
    }

    private static String standings(World world) {
        return rows(world, """
                select distinct lower(left(m.email, 2)), s.stale, s.next_due_at, s.counted_through
                from standing s join microsoft_account m on m.holder_organization_id = s.organization_id""");
    }

    private static String rows(World world, String query) {
        return Sql.text(
                "select string_agg(r::text, chr(10) order by r::text collate \"C\") from (" + query
                        + " where lower(m.email) like ?) r",
                "%" + world.name() + "%");
    }
}
