package io.partnercompetencies.competency;

import static io.partnercompetencies.ManyOrganizations.THEIR_IDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.ManyOrganizations;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueReleasesTest {

    /** One more than are marked in one transaction. */
    private static final int ORGANIZATIONS = 5001;

    @Inject
    PartnerFixture fixture;

    @Inject
    Database database;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock clock;

    @AfterEach
    void forget() {
        ManyOrganizations.forget();
    }

    @Test
    void what_another_catalogue_judged_becomes_due_with_the_first_pass_however_many_organizations_it_is()
            throws Throwable {
        ManyOrganizations.create(fixture, ORGANIZATIONS);
        Sql.change("update standing set catalogue_release = 0 where organization_id in " + THEIR_IDS);
        var copy = new CatalogueReleases(database, catalogue, clock);
        copy.number(null);
        VertxContextSupport.subscribeAndAwait(() -> copy.replaceable(clock.instant()));
        assertThat(Sql.number(
                        "select count(*) from standing where stale and revision = 1 and next_due_at = ?"
                                + "::timestamptz and organization_id in " + THEIR_IDS,
                        clock.instant().toString()))
                .isEqualTo(ORGANIZATIONS);

        VertxContextSupport.subscribeAndAwait(() -> copy.replaceable(clock.instant()));
        assertThat(Sql.number("select max(revision) from standing where organization_id in " + THEIR_IDS))
                .as("marked once")
                .isEqualTo(1);
    }

    @Test
    void a_copy_leaves_alone_what_a_newer_catalogue_judges_until_that_has_been_silent_for_ten_minutes()
            throws Throwable {
        var copy = new CatalogueReleases(database, catalogue, clock);
        copy.number(null);
        var now = clock.instant();
        Sql.change(
                "insert into catalogue_release (number, fingerprint, seen_at, alive_at)"
                        + " values (?, 'newer', ?::timestamptz, ?::timestamptz)",
                copy.own() + 1,
                now.toString(),
                now.toString());
        try {
            assertThat(replaceable(copy, now.plus(Duration.ofMinutes(9)))).isEqualTo(copy.own());
            assertThat(copy.isLeading()).isFalse();
            assertThat(replaceable(copy, now.plus(Duration.ofMinutes(11)))).isGreaterThan(copy.own());
            assertThat(copy.isLeading()).isTrue();
        } finally {
            Sql.change("delete from catalogue_release where number = ?", copy.own() + 1);
            Sql.change("update catalogue_release set alive_at = ?::timestamptz", now.toString());
        }
    }

    @Test
    void a_copy_says_once_a_minute_that_it_is_alive() throws Throwable {
        var copy = new CatalogueReleases(database, catalogue, clock);
        copy.number(null);
        var now = clock.instant();
        Sql.change("update catalogue_release set alive_at = ?::timestamptz", now.toString());
        try {
            replaceable(copy, now.plusSeconds(59));
            assertThat(aliveAt(copy, now)).isTrue();
            replaceable(copy, now.plusSeconds(61));
            assertThat(aliveAt(copy, now.plusSeconds(61))).isTrue();
        } finally {
            Sql.change("update catalogue_release set alive_at = ?::timestamptz", now.toString());
        }
    }

    private static int replaceable(CatalogueReleases copy, Instant now) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> copy.replaceable(now));
    }

    private static boolean aliveAt(CatalogueReleases copy, Instant at) {
        return Sql.number(
                        "select count(*) from catalogue_release where number = ? and alive_at = ?::timestamptz",
                        copy.own(),
                        at.toString())
                == 1;
    }
}
