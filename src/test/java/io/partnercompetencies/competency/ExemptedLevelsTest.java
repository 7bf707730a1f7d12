package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Term;
import io.partnercompetencies.rules.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which levels an exemption makes met, and until when (R7). */
class ExemptedLevelsTest {

    private static final Instant CREATED = Instant.parse("2026-11-21T09:30:00Z");
    private static final LocalDate ANNIVERSARY = LocalDate.parse("2027-06-30");
    private static final HeldLevel HELD = new HeldLevel("messaging", Level.SILVER);
    private static final Holding HOLDING = new Holding(
            new Term(Level.GOLD, LocalDate.parse("2026-06-30"), ANNIVERSARY, Period.ofDays(30)),
            Set.of(HELD, new HeldLevel("devops", Level.GOLD)),
            Set.of(new HeldLevel("messaging", Level.GOLD)),
            null);

    @ParameterizedTest
    @CsvSource({
        "2027-06-30, 2027-06-30, true",
        "2027-01-01, 2027-06-30, true",
        "2027-06-30, 2027-12-31, true",
        "2027-07-01, 2027-12-31, false",
        "2027-01-01, 2027-06-29, false"
    })
    void both_ends_of_the_range_belong_to_it(String from, String to, boolean concerned) {
        var exemption = exemption(Set.of("messaging"), from, to, null);
        assertThat(waivers(exemption, HOLDING)).hasSize(concerned ? 1 : 0);
    }

    @Test
    void it_holds_from_its_creation_to_the_close_of_the_renewal_window() {
        var waiver = waivers(inJune(null), HOLDING).get(0);
        assertThat(waiver)
                .isEqualTo(new Waiver(
                        new UUID(4, 1),
                        MetBy.EXEMPTION,
                        "messaging",
                        Level.SILVER,
                        "A reason.",
                        CREATED,
                        Instant.parse("2027-07-31T00:00:00Z")));
    }

    @Test
    void one_that_is_ended_ends_then_unless_the_window_has_closed_before() {
        var early = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(waivers(inJune(early), HOLDING)).extracting(Waiver::until).containsExactly(early);
        var late = Instant.parse("2027-08-01T00:00:00Z");
        assertThat(waivers(inJune(late), HOLDING))
                .extracting(Waiver::until)
                .containsExactly(Instant.parse("2027-07-31T00:00:00Z"));
    }

    @Test
    void without_competencies_it_concerns_all_that_is_held_and_nothing_else() {
        var exemption = exemption(Set.of(), "2027-06-30", "2027-06-30", null);
        assertThat(waivers(exemption, HOLDING))
                .extracting(waiver -> new HeldLevel(waiver.competencyId(), waiver.level()))
                .containsExactlyInAnyOrderElementsOf(HOLDING.held());
        assertThat(waivers(exemption, Holding.NONE)).isEmpty();
    }

    private static Exemption inJune(Instant endedAt) {
        return exemption(Set.of("messaging"), "2027-06-01", "2027-06-30", endedAt);
    }

    private static Exemption exemption(Set<String> competencies, String from, String to, Instant endedAt) {
        return new Exemption(
                new UUID(4, 1),
                competencies,
                LocalDate.parse(from),
                LocalDate.parse(to),
                "A reason.",
                CREATED,
                endedAt);
    }

    private static List<Waiver> waivers(Exemption exemption, Holding holding) {
        return Exemption.waivers(List.of(exemption), holding);
    }
}
