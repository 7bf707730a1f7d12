package io.partnercompetencies.membership;

import static io.partnercompetencies.rules.Level.GOLD;
import static io.partnercompetencies.rules.Level.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MembershipYear;
import io.partnercompetencies.rules.Term;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The term of two companies that become one (rows 1.9 and 1.10): 1 October and 1 December are renewed on 1 December. */
class MergedTermTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2025-10-01");
    private static final LocalDate DECEMBER = LocalDate.parse("2025-12-01");

    private static Term term(Level level, LocalDate startsOn) {
        return Term.starting(level, startsOn, MembershipYear.OF_THE_PROGRAMME);
    }

    @Test
    void the_later_anniversary_and_the_higher_level_win() {
        for (var own : Level.values()) {
            for (var absorbed : Level.values()) {
                for (var ownStart : new LocalDate[] {OCTOBER, DECEMBER}) {
                    var other = ownStart.equals(OCTOBER) ? DECEMBER : OCTOBER;
                    var merged = MergedTerm.of(term(own, ownStart), term(absorbed, other))
                            .orElseThrow();
                    assertThat(merged.term())
                            .isEqualTo(term(own == GOLD || absorbed == GOLD ? GOLD : SILVER, DECEMBER));
                }
            }
        }
    }

    @Test
    void the_own_term_goes_on_where_it_is_as_high_and_as_late() {
        assertThat(MergedTerm.of(term(GOLD, DECEMBER), term(SILVER, OCTOBER)))
                .contains(new MergedTerm(term(GOLD, DECEMBER), false));
        assertThat(MergedTerm.of(term(GOLD, DECEMBER), term(GOLD, DECEMBER)))
                .contains(new MergedTerm(term(GOLD, DECEMBER), false));
        assertThat(MergedTerm.of(term(SILVER, DECEMBER), null)).contains(new MergedTerm(term(SILVER, DECEMBER), false));
        assertThat(MergedTerm.of(term(SILVER, DECEMBER), term(GOLD, OCTOBER)))
                .contains(new MergedTerm(term(GOLD, DECEMBER), true));
        assertThat(MergedTerm.of(term(GOLD, OCTOBER), term(SILVER, DECEMBER)))
                .contains(new MergedTerm(term(GOLD, DECEMBER), true));
    }

    @Test
    void one_that_has_none_gets_the_other_s_and_of_none_comes_none() {
        assertThat(MergedTerm.of(null, term(SILVER, OCTOBER))).contains(new MergedTerm(term(SILVER, OCTOBER), true));
        assertThat(MergedTerm.of(null, null)).isEmpty();
    }
}
