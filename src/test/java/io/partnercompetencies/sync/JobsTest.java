package io.partnercompetencies.sync;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Standings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The jobs as several copies of the service run them (T4, T5). */
@QuarkusTest
class JobsTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    PartnerFixture fixture;

    @Inject
    Standings standings;

    @Inject
    Database database;

    @Test
    void twenty_jobs_at_once_count_every_organization_exactly_once() {
        fixture.sync();
        var partners = IntStream.range(0, 40).mapToObj(i -> partnerWithAnExam()).toList();
        fixture.sync();
        var revisions = partners.stream().map(JobsTest::revision).toList();
        fixture.lapse(DAY);

        int counted = Together.times(20, i -> fixture.sync()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(counted).isEqualTo(partners.size());
        var grown = new ArrayList<Long>();
        for (int i = 0; i < partners.size(); i++) {
            grown.add(revision(partners.get(i)) - revisions.get(i));
        }
        assertThat(grown).containsOnly(1L);
        partners.forEach(partner -> {
            assertThat(fixture.statuses(partner)).containsExactly("COUNTED");
            Consistency.checkSnapshot(partner);
        });
    }

    @Test
    void an_organization_that_cannot_be_evaluated_does_not_block_the_others() {
        var before = partnerWithAnExam();
        var poisoned = partnerWithAnExam();
        var after = partnerWithAnExam();
        fixture.sync();
        var snapshot = Sql.text("select snapshot from standing where organization_id = ?", id(poisoned));
        Sql.change("update standing set snapshot = '{broken' where organization_id = ?", id(poisoned));

        fixture.advance(DAY);
        assertThat(fixture.statuses(before)).containsExactly("COUNTED");
        assertThat(fixture.statuses(after)).containsExactly("COUNTED");
        assertThat(fixture.statuses(poisoned)).containsExactly("PENDING");
        assertThat(failures(poisoned)).isEqualTo(1);
        assertThat(admin().get("/q/metrics").asString()).contains("competencies_sync_failures_total");

        fixture.sync();
        assertThat(failures(poisoned)).as("not before its time").isEqualTo(1);
        fixture.advance(Duration.ofSeconds(30));
        assertThat(failures(poisoned)).as("tried again").isEqualTo(2);

        Sql.change("update standing set snapshot = ? where organization_id = ?", snapshot, id(poisoned));
        fixture.advance(Duration.ofSeconds(59));
        assertThat(fixture.statuses(poisoned)).containsExactly("PENDING");
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.statuses(poisoned)).containsExactly("COUNTED");
        assertThat(failures(poisoned)).isZero();
    }

    @Test
    void an_organization_that_the_database_failed_is_tried_again_after_a_second() {
        var contoso = partnerWithAnExam();
        fixture.sync();
        Sql.change("create function too_slow() returns trigger language plpgsql as "
                + "$$ begin raise exception 'canceled' using errcode = '57014'; end $$");
        Sql.change("create trigger too_slow before update of counted_through on standing for each row when"
                + " (new.organization_id = '" + contoso.id() + "') execute function too_slow()");
        try {
            fixture.advance(DAY);
        } finally {
            Sql.change("drop function too_slow cascade");
        }
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        assertThat(failures(contoso)).as("failures of its own").isZero();
        fixture.advance(Duration.ofMillis(999));
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        fixture.advance(Duration.ofMillis(1));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
    }

    @Test
    void what_another_copy_has_counted_meanwhile_is_not_tried_again() throws Throwable {
        var contoso = partnerWithAnExam();
        fixture.advance(DAY);
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
        var standing = standing(contoso);

        afterwards(() -> standings.retrySoon(id(contoso), fixture.now()));
        afterwards(() -> standings.postpone(id(contoso), fixture.now()));
        assertThat(standing(contoso)).isEqualTo(standing);
    }

    private void afterwards(Supplier<Uni<Void>> step) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> database.transaction(step));
    }

    private static String standing(Partner partner) {
        return Sql.text("select standing::text from standing where organization_id = ?", id(partner));
    }

    @Test
    void a_run_without_due_work_evaluates_nothing() {
        var contoso = partnerWithAnExam();
        fixture.sync();
        var revision = revision(contoso);
        assertThat(fixture.sync()).isZero();
        fixture.lapse(Duration.ofMinutes(1));
        assertThat(fixture.sync()).isZero();
        assertThat(revision(contoso)).isEqualTo(revision);
    }

    @Test
    void complete_through_is_what_is_due_first_or_else_the_last_pass() {
        Sql.change("delete from sync_pass");
        var contoso = fixture.partner();
        fixture.sync();
        var passed = fixture.now();
        var employee = fixture.linkedEmployee(contoso);
        fixture.sync();
        fixture.lapse(Duration.ofMinutes(10));
        fixture.get(contoso.path("/competencies")).body("completeThrough", is(passed.toString()));

        fixture.passesNow(employee, "70-347");
        var evaluated = passed.toString();
        fixture.get(contoso.path("/competencies"))
                .body("evaluatedAt", is(evaluated))
                .body("completeThrough", is(passed.toString()))
                .body("items[0].pendingAchievements", is(1));
        fixture.sync();
        fixture.get(contoso.path("/competencies"))
                .body("evaluatedAt", is(fixture.now().toString()))
                .body("completeThrough", is(fixture.now().toString()));

        var due = fixture.now().plus(DAY);
        fixture.lapse(DAY.plusMinutes(5));
        for (var path : List.of("/competencies", "/competencies/messaging")) {
            fixture.get(contoso.path(path))
                    .body("completeThrough", is(due.toString()))
                    .header("Complete-Through", due.toString());
        }
        fixture.sync();
        fixture.get(contoso.path("/competencies"))
                .body("completeThrough", is(fixture.now().toString()));
    }

    private Partner partnerWithAnExam() {
        var partner = fixture.partner();
        fixture.passesNow(fixture.linkedEmployee(partner), "70-347");
        return partner;
    }

    private static UUID id(Partner partner) {
        return UUID.fromString(partner.id());
    }

    private static long revision(Partner partner) {
        return Sql.number("select revision from standing where organization_id = ?", id(partner));
    }

    private static long failures(Partner partner) {
        return Sql.number("select failures from standing where organization_id = ?", id(partner));
    }
}
