package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of the membership, as an operator writes them (M2, M3, M7). */
class MembershipSettingsTest {

    @Test
    void the_programme_s_own_can_be_written_down() {
        assertThat(MembershipYear.of("P1Y", "P30D", "-P15D,P23D")).isEqualTo(MembershipYear.OF_THE_PROGRAMME);
    }

    @Test
    void others_are_possible_and_reminders_may_be_left_out() {
        assertThat(MembershipYear.of(" P18M ", "P4W", ""))
                .isEqualTo(new MembershipYear(Period.ofMonths(18), Period.ofDays(28), List.of()));
        assertThat(MembershipYear.of("P1Y", "P30D", "P0D, P30D ,-P364D").reminders())
                .containsExactly(-364, 0, 30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    one year  | P30D  |            | competencies.membership.term: one year is no period such as P30D.
                    P30D      | P30D  |            | competencies.membership.term: P30D must be longer than the renewal window of 30 days.
                    P1M       | P30D  |            | competencies.membership.term: P1M must be longer than the renewal window of 30 days.
                    -P1Y      | P30D  |            | competencies.membership.term: P-1Y must be longer than the renewal window of 30 days.
                    P999999999Y | P30D |           | competencies.membership.term: P999999999Y must be at most a hundred years.
                    P1Y       | 30    |            | competencies.membership.renewal-window: 30 is no period such as P30D.
                    P1Y       | P0D   |            | competencies.membership.renewal-window: P0D must be at least one day, and at most 365, such as P30D.
                    P1Y       | -P1D  |            | competencies.membership.renewal-window: P-1D must be at least one day, and at most 365, such as P30D.
                    P3Y       | P366D |            | competencies.membership.renewal-window: P366D must be at least one day, and at most 365, such as P30D.
                    P1Y       | P1M   |            | competencies.membership.renewal-window: P1M must be in days or weeks, for a month has no fixed length.
                    P1Y       | P30D  | P1Y        | competencies.membership.reminders: P1Y must be in days or weeks, for a month has no fixed length.
                    P1Y       | P30D  | 15         | competencies.membership.reminders: 15 is no period such as P30D.
                    P1Y       | P30D  | P31D       | competencies.membership.reminders: P31D lies outside the term and its renewal window of 30 days, so that nobody would be reminded.
                    P1Y       | P30D  | -P365D     | competencies.membership.reminders: P-365D lies outside the term and its renewal window of 30 days, so that nobody would be reminded.
                    P1Y       | P30D  | P1D,-P3D,P1D | competencies.membership.reminders: [-3, 1, 1] names a day twice.
                    """)
    void what_makes_no_sense_is_refused_with_a_sentence(
            String length, String window, String reminders, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MembershipYear.of(length, window, reminders == null ? "" : reminders))
                .withMessage(sentence);
    }
}
