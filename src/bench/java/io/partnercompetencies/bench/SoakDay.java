package io.partnercompetencies.bench;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.time.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What happens on one day, over HTTP. */
final class SoakDay {

    private static final int REPORTS_PER_THOUSAND = 30;
    private static final int OTHERS_PER_THOUSAND = 1;
    private static final int REFUSED_WITH = 409;
    private static final Duration OLDEST = Duration.ofDays(1000);

    private final Database database;
    private final PartnerFixture partners;
    private final SettableClock clock;
    private final int reports;
    private final int others;
    private final Curriculum curriculum;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    SoakDay(Database database, PartnerFixture partners, SettableClock clock, int organizations) {
        this.database = database;
        this.partners = partners;
        this.clock = clock;
        this.reports = Math.max(1, organizations * REPORTS_PER_THOUSAND / 1000);
        this.others = Math.max(1, organizations * OTHERS_PER_THOUSAND / 1000);
        this.curriculum = new Curriculum(Catalogue.builtIn(), clock.instant());
    }

    void live(int number) throws SQLException {
        report(number);
        leave();
        join();
        send();
        buy();
        renew();
    }

    /** How often what was done since the start. */
    Map<String, Integer> counts() {
        return counts;
    }

    private List<String[]> drawn(String sql, int count) throws SQLException {
        var rows = new ArrayList<String[]>();
        try (var connection = database.connect();
                var statement = Database.statement(connection, sql, someId(), count);
                var found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getString(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Somewhere among those that there are: ids sort by their time. */
    private UUID someId() {
        var now = clock.instant();
        return Random7.id(Random7.between(now.minus(OLDEST), now, random), random);
    }

    private void count(String what, int status) {
        counts.merge(what + " " + status, 1, Integer::sum);
    }

    /** Half of what is earned ends again within the year. */
    private void report(int number) throws SQLException {
        var now = clock.instant();
        var achievements = new ArrayList<Map<String, String>>();
        for (var account : drawn("select email from microsoft_account where id > ? order by id limit ?", reports)) {
            for (var code : curriculum.earned(curriculum.path(random), 1, random)) {
                var achievement = new LinkedHashMap<String, String>();
                achievement.put("account", account[0]);
                achievement.put("type", curriculum.type(code).name());
                achievement.put("credential", code);
                achievement.put(
                        "achievedAt",
                        now.minus(Duration.ofMinutes(random.nextInt(600))).toString());
                if (random.nextBoolean()) {
                    achievement.put(
                            "expiresAt",
                            now.plus(Duration.ofDays(20 + random.nextInt(300))).toString());
                }
                achievements.add(achievement);
            }
        }
        for (int from = 0; from < achievements.size(); from += 1000) {
            List<Integer> statuses = admin().header("Idempotency-Key", "soak-" + number + "-" + from)
                    .body(achievements.subList(from, Math.min(from + 1000, achievements.size())))
                    .post("/v1/achievements/batch")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.status");
            assertThat(statuses).as("reports").allMatch(status -> status == 201 || status == 200);
            statuses.forEach(status -> count("report", status));
        }
    }

    private void leave() throws SQLException {
        for (var user : drawn("""
                select organization_id, id from app_user where status = 'ACTIVE' and id > ? order by id limit ?""", others)) {
            count(
                    "leave",
                    admin().delete(new Partner(user[0]).path("/users/" + user[1]))
                            .then()
                            .statusCode(204)
                            .extract()
                            .statusCode());
        }
    }

    private void join() throws SQLException {
        for (var organization : drawn("select id from organization where id > ? order by id limit ?", others)) {
            partners.linkedEmployee(new Partner(organization[0]));
            count("join", 201);
        }
    }

    private void send() throws SQLException {
        for (var organization : drawn("select id from organization where id > ? order by id limit ?", others)) {
            partners.sends(
                            new Partner(organization[0]),
                            PartnerFixture.entitlements(
                                    "customer-" + random.nextInt(5), random.nextInt(3000), partners.month()))
                    .statusCode(200);
            count("figures", 200);
        }
    }

    /** Of those that meet a level by what is written; by now it may have ended. */
    private void buy() throws SQLException {
        for (var organization : drawn("""
                select distinct organization_id from level_history h
                where met and level = 'SILVER' and organization_id > ? and not exists (
                  select from subscription s
                  where s.organization_id = h.organization_id and s.status in ('ACTIVE', 'GRACE'))
                order by organization_id limit ?""", others)) {
            count(
                    "buy",
                    mayBeRefused(partners.buys(new Partner(organization[0]), "SILVER")
                            .extract()
                            .statusCode()));
        }
    }

    /** All whose anniversary was five days ago, of ten nine. */
    private void renew() {
        var expired = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(5);
        var terms = Sql.text("""
                select coalesce(string_agg(organization_id || ' ' || id, ',' order by id), '') from subscription
                where status in ('ACTIVE', 'GRACE') and expires_on = ?""", expired);
        for (var term : terms.isEmpty() ? new String[0] : terms.split(",")) {
            var ids = term.split(" ");
            if (random.nextInt(10) > 0) {
                var path = new Partner(ids[0]).path("/subscriptions/" + ids[1] + "/renewal");
                count("renew", mayBeRefused(admin().post(path).then().extract().statusCode()));
            }
        }
    }

    private static int mayBeRefused(int status) {
        assertThat(status).isIn(200, 201, REFUSED_WITH);
        return status;
    }
}
