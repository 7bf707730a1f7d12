package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Metrics;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see of the jobs, of evaluations and of alerts. */
@QuarkusTest
class WatchedTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    SyncGauges gauges;

    @Inject
    JobRuns runs;

    @Test
    void every_run_of_a_job_is_counted_with_what_became_of_it() throws Throwable {
        double finished = runs("some-job", "finished");
        double failed = runs("some-job", "failed");
        await(runs.end("some-job", Uni.createFrom().item(1), "It waits"));
        await(runs.end("some-job", Uni.createFrom().failure(new IllegalStateException("on purpose")), "It waits"));
        assertThat(runs("some-job", "finished")).isEqualTo(finished + 1);
        assertThat(runs("some-job", "failed")).isEqualTo(failed + 1);
    }

    @Test
    void the_first_failure_of_a_job_is_an_increase() throws Throwable {
        await(runs.end("new-job", Uni.createFrom().item(1), "It waits"));
        assertThat(Metrics.series())
                .contains("competencies_job_run_seconds_count{name=\"new-job\",outcome=\"failed\"}");
    }

    @Test
    void evaluations_are_timed_and_counted_by_what_made_them_happen() {
        var contoso = fixture.partner();
        fixture.passesNow(fixture.linkedEmployee(contoso), "70-347");
        fixture.sync();
        fixture.lapse(Duration.ofHours(24));
        double passed = evaluated("pass");
        double times = Metrics.value("competencies_evaluation_seconds_count", "trigger=\"pass\"");
        assertThat(fixture.sync()).isPositive();
        assertThat(evaluated("pass")).isEqualTo(passed + 1);
        assertThat(Metrics.value("competencies_evaluation_seconds_count", "trigger=\"pass\""))
                .isEqualTo(times + 1);

        double changed = evaluated("change");
        fixture.leaves(fixture.linkedEmployee(contoso));
        assertThat(evaluated("change")).isGreaterThan(changed);
    }

    /** Exams that expire put the next renewal at risk, and every evaluation says anew why. */
    @Test
    void an_alert_is_counted_when_it_is_raised_and_not_when_it_is_told_anew() {
        var contoso = fixture.partner();
        for (int i = 0; i < 2; i++) {
            fixture.passesMessagingUntil(
                    fixture.linkedEmployee(contoso), fixture.now().plus(Duration.ofDays(100)));
        }
        fixture.advance(Duration.ofHours(24));
        double raised = raised("renewal_at_risk");
        fixture.buys(contoso, "SILVER").statusCode(201);
        assertThat(raised("renewal_at_risk")).isEqualTo(raised + 1);
        fixture.leaves(fixture.linkedEmployee(contoso));
        assertThat(raised("renewal_at_risk")).isEqualTo(raised + 1);
    }

    @Test
    void a_reminder_is_counted_once() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        double raised = raised("renewal_reminder");
        var anniversary = LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC).plusYears(1);
        fixture.advance(Duration.between(
                fixture.now(), anniversary.minusDays(14).atStartOfDay().toInstant(ZoneOffset.UTC)));
        assertThat(raised("renewal_reminder")).isGreaterThanOrEqualTo(raised + 1);
        double all = raised("renewal_reminder");
        fixture.sync();
        assertThat(raised("renewal_reminder")).isEqualTo(all);
    }

    @Test
    void what_is_due_and_not_done_shows_its_age() throws Throwable {
        fixture.sync();
        var contoso = fixture.partner();
        fixture.passesNow(fixture.linkedEmployee(contoso), "70-347");
        fixture.sync();
        await(gauges.read(fixture.now()));
        assertThat(Metrics.value("competencies_sync_overdue_seconds")).isZero();
        assertThat(Metrics.value("competencies_pending_achievements")).isPositive();

        await(gauges.read(fixture.now().plus(Duration.ofHours(24)).plusSeconds(90)));
        assertThat(Metrics.value("competencies_sync_overdue_seconds")).isGreaterThanOrEqualTo(90);
    }

    @Test
    void an_import_that_does_not_end_shows_its_age() throws Throwable {
        var contoso = fixture.partner();
        var kind = "kind=\"user-import\"";
        Sql.change(
                "insert into user_import (organization_id, id, status, started_by, started_by_roles, started_at)"
                        + " values (?, ?, 'RUNNING', 'admin', '', '2001-01-01T00:00:00Z')",
                UUID.fromString(contoso.id()),
                UUID.randomUUID());
        try {
            await(gauges.read(fixture.now()));
            assertThat(Metrics.value("competencies_unfinished_oldest_seconds", kind))
                    .isGreaterThan(Duration.ofDays(365).toSeconds());
        } finally {
            Sql.change("delete from user_import where started_at = '2001-01-01T00:00:00Z'");
        }
        await(gauges.read(fixture.now()));
        assertThat(Metrics.value("competencies_unfinished_oldest_seconds", kind))
                .isLessThan(Duration.ofDays(365).toSeconds());
    }

    @Test
    void the_connections_to_the_database_are_told_by_who_may_use_them() {
        assertThat(Metrics.value("competencies_database_share", "share=\"callers\""))
                .isPositive();
        assertThat(Metrics.series())
                .contains("competencies_database_busy{share=\"callers\"}", "competencies_database_busy{share=\"jobs\"}")
                .noneMatch(series -> series.startsWith("sql_pool_active"));
    }

    private static double runs(String job, String outcome) {
        return Metrics.value(
                "competencies_job_run_seconds_count", "name=\"" + job + "\"", "outcome=\"" + outcome + "\"");
    }

    private static double evaluated(String trigger) {
        return Metrics.value("competencies_evaluated_organizations_total", "trigger=\"" + trigger + "\"");
    }

    private static double raised(String type) {
        return Metrics.value("competencies_alerts_raised_total", "type=\"" + type + "\"");
    }

    private static void await(Uni<?> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> work);
    }
}
