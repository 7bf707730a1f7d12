package io.partnercompetencies.story;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company lives through three years of membership, and every address tells it right on every day of the story. */
@QuarkusTest
class ThreeYearsTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    private Instant present;

    @BeforeEach
    void rememberThePresent() {
        present = clock.instant();
    }

    /** Other tests go on where this one found the time, and find nothing due that is not theirs. */
    @AfterEach
    void comeBack() {
        clock.set(present);
        fixture.sync();
    }

    @Test
    void three_years_of_contoso() {
        new Teller(fixture, clock).tell(Story.named("three-years"));
    }
}
