package io.partnercompetencies.story;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company that always loses what it has just got together again: every way to lose a level, and to keep it a while. */
@QuarkusTest
@TestProfile(ChangingLaws.class)
class ScrapingByTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    private Instant present;

    @BeforeEach
    void rememberThePresent() {
        present = clock.instant();
    }

    @AfterEach
    void comeBack() {
        clock.set(present);
        fixture.sync();
    }

    /** The other catalogue's release must not stand in the way of tests with the built-in one. */
    @AfterAll
    static void forget() {
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @Test
    void fabrikam_scrapes_by() {
        new Teller(fixture, clock).tell(Story.named("scraping-by"));
    }
}
