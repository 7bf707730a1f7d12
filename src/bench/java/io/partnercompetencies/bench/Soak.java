package io.partnercompetencies.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.launch.DatabaseAccess;
import io.partnercompetencies.sync.Tidying;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * More than a year of ten thousand organisations in some minutes: {@code ./mvnw verify -Pbench -Dbench=soak}. Nothing
 * drifts, memory does not grow, and of dead rows are left only what autovacuum clears; it looks as often, in the time of
 * the clock that is set, as it usually would.
 */
@QuarkusTest
class Soak {

    private static final int EMPLOYEES_EACH = 10;
    private static final int CHECKPOINTS = 10;
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    PartnerFixture partners;

    @Inject
    SettableClock clock;

    @Inject
    Tidying tidying;

    @Test
    void more_than_a_year_passes_without_drift_or_growth() throws Throwable {
        int organizations = Integer.getInteger("bench.organizations", 10_000);
        int days = Integer.getInteger("bench.days", 400);
        vacuumMoreOften();
        var database = database();
        fill(database, organizations);
        var day = new SoakDay(database, partners, clock, organizations);
        var report = new SoakReport();
        for (int number = 1; number <= days; number++) {
            clock.advance(DAY);
            day.live(number);
            pass();
            VertxContextSupport.subscribeAndAwait(() -> tidying.runOnce(clock.instant()));
            if (number % Math.max(1, days / CHECKPOINTS) == 0) {
                nothingDrifts();
                report.add(number, day);
            }
        }
        report.mustNotGrow();
    }

    /** A day passes in a few seconds: so does the pause between two looks of autovacuum. */
    private static void vacuumMoreOften() {
        Sql.change("alter system set autovacuum_naptime = '2s'");
        Sql.number("select count(*) from (select pg_reload_conf()) reloaded");
    }

    static Database database() {
        var config = ConfigProvider.getConfig();
        var owner = new DatabaseAccess.Login(
                config.getValue("competencies.database.owner.username", String.class),
                config.getValue("competencies.database.owner.password", String.class));
        return new Database(
                "soak", new DatabaseAccess(config.getValue("competencies.database.url", String.class), owner, owner));
    }

    private void fill(Database database, int organizations) throws SQLException, InterruptedException {
        Dataset.fill(database, organizations * EMPLOYEES_EACH, clock.instant());
        database.change("analyze");
        clock.advance(Duration.ofSeconds(1));
        pass();
        new GeneratedTerms(database, clock.instant()).sell(clock.instant());
        clock.advance(Duration.ofSeconds(1));
        pass();
        database.change("vacuum analyze");
    }

    private void pass() {
        partners.sync();
        assertThat(Sql.number(
                        "select count(*) from standing where next_due_at <= ?::timestamptz or failures > 0",
                        clock.instant().toString()))
                .as("organizations that are due after the pass, or failed")
                .isZero();
    }

    /** All are judged anew at the same instant, from their facts: what is stored already must come out. */
    private void nothingDrifts() {
        Consistency.check();
        var before = snapshots();
        var now = clock.instant().toString();
        Sql.change("update standing set next_due_at = ?::timestamptz", now);
        pass();
        assertThat(snapshots()).as("all evaluations on %s", now).isEqualTo(before);
    }

    private static String snapshots() {
        return Sql.text("select md5(string_agg(md5(snapshot), '' order by organization_id)) from standing");
    }
}
