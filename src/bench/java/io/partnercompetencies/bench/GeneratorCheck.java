package io.partnercompetencies.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That what is generated could have been written by the service; runs before the soak. */
@QuarkusTest
class GeneratorCheck {

    /** Which columns have a value, and of those that have few different ones, which. */
    private static final String SHAPES = """
            select coalesce(string_agg(distinct shape, chr(10)), '') from (
              select (select string_agg(
                        case when value = 'null' then key || ' is null'
                             when key in ('status', 'end_cause', 'kind', 'type', 'fits', 'moved', 'trial', 'version')
                               then key || ' ' || value else key end, ', ' order by key)
                      from jsonb_each(to_jsonb(t))) as shape
              from %s t where %s) shapes""";

    private static final List<String> TABLES = List.of(
            "organization",
            "organization_market",
            "standing",
            "app_user",
            "login",
            "microsoft_account",
            "association_start",
            "association",
            "achievement",
            "credit",
            "performance_record",
            "level_history",
            "held_level",
            "subscription");

    /** What stands in several rows at once, as the service computes it. */
    private static final Map<String, String> BROKEN_LAWS = Map.of(
            "a credit that counts from another instant",
            """
            select count(*) from credit c
            join association a on a.organization_id = c.organization_id and a.id = c.association_id
            where c.counts_from <> greatest(c.achieved_at, a.associated_at) + interval '24 hours'""",
            "a credit that was known before its report",
            "select count(*) from credit c join achievement h on h.id = c.achievement_id where c.known_from < h.recorded_at",
            "an association that was not counted as begun",
            """
            select count(*) from association a where not exists (
              select from association_start s where s.account_id = a.account_id and s.kind = a.kind
                and s.started_at = a.associated_at)""",
            "a credit that fits by another rule",
            """
            select count(*) from credit c
            join association a on a.organization_id = c.organization_id and a.id = c.association_id
            where c.fits <> ((c.type = 'ASSESSMENT') = (a.kind = 'PARTNER_UNIVERSITY'))""",
            "a user without login",
            "select count(*) from app_user u where not exists (select from login l where l.user_name = u.user_name)");

    @Inject
    PartnerFixture partners;

    @Inject
    SettableClock clock;

    @Test
    void generated_rows_are_such_as_the_service_writes() throws Exception {
        aPartnerOverHttp();
        nothingIsBroken();
        var written = shapes();
        Dataset.fill(Soak.database(), 2_000, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        partners.sync();
        new GeneratedTerms(Soak.database(), clock.instant()).sell(clock.instant());
        clock.advance(Duration.ofSeconds(1));
        partners.sync();
        nothingIsBroken();
        shapes().forEach((table, generated) -> assertThat(written.get(table))
                .as("rows of %s that the service writes", table)
                .containsAll(generated));
    }

    private static void nothingIsBroken() {
        Consistency.check();
        BROKEN_LAWS.forEach((law, sql) -> assertThat(Sql.number(sql)).as(law).isZero());
    }

    private static Map<String, Set<String>> shapes() {
        var shapes = new LinkedHashMap<String, Set<String>>();
        for (var table : TABLES) {
            var which = table.equals("login") ? "organization_id is not null" : "true";
            shapes.put(table, Set.of(Sql.text(SHAPES.formatted(table, which)).split("\n")));
        }
        return shapes;
    }

    /** One of everything that is generated. */
    private void aPartnerOverHttp() {
        var partner = partners.partner();
        var members = partners.silverMember(partner);
        var learner = partners.employee(partner);
        partners.link(learner, "LEARN").statusCode(201);
        partners.link(learner, "PARTNER_UNIVERSITY").statusCode(201);
        partners.sends(partner, PartnerFixture.entitlements("customer", 7, partners.month()))
                .statusCode(200);
        for (var employee : List.of(learner, members[0])) {
            everyKind(employee);
        }
        var leaver = partners.employee(partner);
        partners.link(leaver, "LEARN").statusCode(201);
        partners.link(leaver, "PARTNER_UNIVERSITY").statusCode(201);
        everyKind(leaver);
        partners.advance(Duration.ofHours(25));
        partners.leaves(leaver);
        partners.leaves(partners.employee(partner));
        partners.partner();
        partners.advance(Duration.ofSeconds(1));
    }

    /** Each type for good, with an end, and revoked. */
    private void everyKind(PartnerFixture.Employee employee) {
        var types = Map.of("EXAM", "70-339", "CERTIFICATION", "mcse-productivity", "ASSESSMENT", "ta-da-bi");
        types.forEach((type, credential) -> {
            for (int i = 0; i < 4; i++) {
                var achievement = new LinkedHashMap<String, String>();
                achievement.put("account", employee.account());
                achievement.put("type", type);
                achievement.put("credential", credential);
                achievement.put(
                        "achievedAt",
                        clock.instant().minus(Duration.ofHours(i + 1)).toString());
                if (i % 2 == 1) {
                    achievement.put(
                            "expiresAt",
                            clock.instant().plus(Duration.ofDays(300)).toString());
                }
                String id =
                        partners.report(achievement).statusCode(201).extract().path("id");
                if (i > 1) {
                    partners.revokes(id);
                }
            }
        });
    }
}
