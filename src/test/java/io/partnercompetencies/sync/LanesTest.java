package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.ManyOrganizations;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The six lanes share what is due. */
@QuarkusTest
class LanesTest {

    private static final int ORGANIZATIONS = 250;
    private static final int LANES = 6;

    @Inject
    PartnerFixture fixture;

    @BeforeEach
    void create() {
        ManyOrganizations.create(fixture, ORGANIZATIONS);
        makeDue();
    }

    @AfterEach
    void forget() {
        Sql.change("drop function if exists wait_in_line cascade");
        ManyOrganizations.forget();
    }

    @Test
    void six_lanes_are_at_work_at_once_when_much_is_due() throws Exception {
        Sql.change("create function wait_in_line() returns trigger language plpgsql as"
                + " $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$");
        Sql.change("create trigger wait_in_line before update of counted_through on standing for each row when"
                + " (old.next_due_at = '" + fixture.now() + "') execute function wait_in_line()");
        CompletableFuture<Integer> counted;
        try (var barrier = TestDatabase.connectAsSuperuser();
                var statement = barrier.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            counted = CompletableFuture.supplyAsync(fixture::sync);
            awaitWaiting(LANES);
        }
        assertThat(counted.join()).isEqualTo(ORGANIZATIONS);
    }

    @Test
    void the_lanes_share_alike_what_is_due() {
        assertThat(fixture.sync()).isEqualTo(ORGANIZATIONS);
        assertThat(Sql.text("""
                select string_agg(size::text, ' ' order by size) from (
                  select count(*) as size from standing s join organization o on o.id = s.organization_id
                  where o.mpn_id like 'many-%' group by s.xmin) batches""")).isEqualTo("40 42 42 42 42 42");
    }

    private void makeDue() {
        Sql.change("""
                update standing s set next_due_at = ?::timestamptz from organization o
                where o.id = s.organization_id and o.mpn_id like 'many-%'""", fixture.now().toString());
    }

    private static void awaitWaiting(int lanes) throws InterruptedException {
        var waiting = "select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and not granted";
        for (int i = 0; i < 100 && Sql.number(waiting) < lanes; i++) {
            Thread.sleep(10);
        }
        assertThat(Sql.number(waiting)).isEqualTo(lanes);
    }
}
