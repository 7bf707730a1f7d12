package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dates of a membership year (M2, M3, M7). */
class TermTest {

    private static final MembershipYear YEAR = MembershipYear.OF_THE_PROGRAMME;
    private static final Term TERM = Term.starting(Level.SILVER, day("2026-06-22"), YEAR);
    private static final LocalDate FIRST = day("2000-01-01");
    private static final LocalDate LAST = day("2400-12-31");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Stream<MembershipYear> years() {
        return Stream.of(
                YEAR,
                new MembershipYear(Period.ofMonths(6), Period.ofDays(1), List.of(-1, 0, 1)),
                new MembershipYear(Period.ofDays(365), Period.ofDays(90), List.of(90, -90)),
                new MembershipYear(Period.ofYears(2), MembershipYear.LONGEST_WINDOW, List.of()));
    }

    private static Stream<LocalDate> everyStart() {
        return FIRST.datesUntil(LAST.plusDays(1));
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
    void the_anniversary_is_the_same_day_of_the_next_year_whenever_the_term_starts() {
        everyStart().forEach(start -> {
            var end = Term.starting(Level.SILVER, start, YEAR).expiresOn();
            boolean isLeapDay = start.getMonthValue() == 2 && start.getDayOfMonth() == 29;
            assertThat(end.getYear()).isEqualTo(start.getYear() + 1);
            assertThat(end.getMonth()).isEqualTo(start.getMonth());
            assertThat(end.getDayOfMonth()).isEqualTo(isLeapDay ? 28 : start.getDayOfMonth());
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void every_day_belongs_to_one_state_whenever_the_term_starts(MembershipYear year) {
        everyStart().forEach(start -> {
            var term = Term.starting(Level.SILVER, start, year);
            var window = term.renewalWindow();
            assertThat(window.opensOn()).isEqualTo(term.expiresOn().plusDays(1));
            assertThat(window.closesOn().toEpochDay() - term.expiresOn().toEpochDay())
                    .isEqualTo(year.window().getDays());
            for (var day : List.of(
                    start,
                    term.expiresOn(),
                    window.opensOn(),
                    window.closesOn(),
                    window.closesOn().plusDays(1))) {
                var expected = day.isBefore(window.opensOn())
                        ? Term.State.ACTIVE
                        : day.isAfter(window.closesOn()) ? Term.State.EXPIRED : Term.State.GRACE;
                assertThat(term.at(day)).isEqualTo(expected);
                assertThat(window.contains(day)).isEqualTo(expected == Term.State.GRACE);
                assertThat(term.isRunningOn(day)).isEqualTo(expected != Term.State.EXPIRED);
                assertThat(term.daysUntilExpiry(day) < 0).isEqualTo(expected != Term.State.ACTIVE);
            }
        });
    }

    @Test
    void no_day_of_a_term_is_skipped_or_counted_twice() {
        for (var start : List.of(day("2027-12-31"), day("2028-02-28"), day("2028-02-29"), day("2099-03-01"))) {
            var term = Term.starting(Level.GOLD, start, YEAR);
            var after = term.renewalWindow().closesOn().plusDays(1);
            var days = start.datesUntil(after.plusDays(1)).map(term::at).toList();
            var active = (int) (term.expiresOn().toEpochDay() - start.toEpochDay()) + 1;
            assertThat(days.subList(0, active)).containsOnly(Term.State.ACTIVE);
            assertThat(days.subList(active, active + 30)).containsOnly(Term.State.GRACE);
            assertThat(days.subList(active + 30, days.size())).containsExactly(Term.State.EXPIRED);
        }
    }

    @Test
    void renewals_run_on_from_one_anniversary_to_the_next() {
        everyStart().limit(4 * 366).forEach(start -> {
            var term = Term.starting(Level.SILVER, start, YEAR);
            for (int i = 0; i < 10; i++) {
                var next = term.renewed(YEAR);
                assertThat(next.startsOn()).isEqualTo(term.expiresOn());
                assertThat(next.isRunningOn(term.renewalWindow().closesOn())).isTrue();
                assertThat(next.level()).isEqualTo(term.level());
                term = next;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void everybody_is_reminded_while_the_term_runs_whenever_it_starts(MembershipYear year) {
        everyStart().forEach(start -> {
            var term = Term.starting(Level.SILVER, start, year);
            assertThat(year.remindersOf(term)).hasSize(year.reminders().size()).isSorted();
            for (var day : year.remindersOf(term)) {
                assertThat(day).isAfter(start);
                assertThat(term.isRunningOn(day)).isTrue();
            }
        });
    }

    @Test
    void the_programme_reminds_15_days_before_and_23_days_after_the_anniversary() {
        assertThat(YEAR.remindersOf(TERM)).containsExactly(day("2027-06-07"), day("2027-07-15"));
    }

    @Test
    void a_term_keeps_the_window_it_was_sold_with() {
        var ofTenDays = new Term(Level.SILVER, day("2026-06-22"), day("2027-06-22"), Period.ofDays(10));
        assertThat(ofTenDays.renewalWindow().closesOn()).isEqualTo("2027-07-02");
        assertThat(ofTenDays.at(day("2027-07-03"))).isEqualTo(Term.State.EXPIRED);
        assertThat(YEAR.remindersOf(ofTenDays)).containsExactly(day("2027-06-07"));
        assertThat(ofTenDays.renewed(YEAR).window()).isEqualTo(YEAR.window());
    }

    @Test
    void a_term_that_was_written_down_before_windows_were_has_that_of_the_programme() {
        assertThat(new Term(Level.SILVER, TERM.startsOn(), TERM.expiresOn(), null))
                .isEqualTo(TERM);
    }

    @Test
    void gold_covers_silver_and_silver_not_gold() {
        assertThat(TERM.covers(Level.SILVER)).isTrue();
        assertThat(TERM.covers(Level.GOLD)).isFalse();
        assertThat(Term.starting(Level.GOLD, TERM.startsOn(), YEAR).covers(Level.SILVER))
                .isTrue();
    }
}
