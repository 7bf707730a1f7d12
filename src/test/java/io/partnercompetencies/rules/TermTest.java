package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class TermTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final Term TERM = Term.starting(Level.SILVER, day("2026-06-22"), YEAR);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void a_term_lasts_one_year_and_its_anniversary_is_its_last_day() {
        assertThat(TERM.expiresOn()).isEqualTo("2027-06-22");
        assertThat(TERM.at(day("2027-06-22"))).isEqualTo(Term.State.ACTIVE);
        assertThat(TERM.at(day("2027-06-23"))).isEqualTo(Term.State.GRACE);
        assertThat(TERM.daysUntilExpiry(day("2027-06-20"))).isEqualTo(2);
    }

    @Test
    void a_year_from_the_29th_of_february_ends_on_the_28th() {
        assertThat(Term.starting(Level.GOLD, day("2028-02-29"), YEAR).expiresOn())
                .isEqualTo("2029-02-28");
    }

    @Test
    void grace_lasts_thirty_days() {
        assertThat(TERM.at(day("2027-07-22"))).isEqualTo(Term.State.GRACE);
        assertThat(TERM.isRunningOn(day("2027-07-22"))).isTrue();
        assertThat(TERM.at(day("2027-07-23"))).isEqualTo(Term.State.EXPIRED);
        assertThat(TERM.isRunningOn(day("2027-07-23"))).isFalse();
    }

    @Test
    void the_renewal_window_opens_the_day_after_the_anniversary() {
        var window = TERM.renewalWindow();
        assertThat(window.opensOn()).isEqualTo("2027-06-23");
        assertThat(window.closesOn()).isEqualTo("2027-07-22");
        assertThat(window.contains(day("2027-06-22"))).isFalse();
        assertThat(window.contains(day("2027-06-23"))).isTrue();
        assertThat(window.contains(day("2027-07-22"))).isTrue();
        assertThat(window.contains(day("2027-07-23"))).isFalse();
    }

    @Test
    void a_renewed_term_runs_from_the_old_anniversary() {
        var renewed = TERM.renewed(Level.GOLD, YEAR);

        assertThat(renewed).isEqualTo(new Term(Level.GOLD, day("2027-06-22"), day("2028-06-22")));
    }

    @Test
    void gold_covers_silver_and_silver_not_gold() {
        assertThat(TERM.covers(Level.SILVER)).isTrue();
        assertThat(TERM.covers(Level.GOLD)).isFalse();
        assertThat(TERM.renewed(Level.GOLD, YEAR).covers(Level.SILVER)).isTrue();
    }
}
