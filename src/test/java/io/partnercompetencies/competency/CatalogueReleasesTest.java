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
}
