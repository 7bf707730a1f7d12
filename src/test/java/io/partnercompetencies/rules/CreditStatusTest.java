package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Partner.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CreditStatusTest {

    private static final Credential KNOWN = new Credential("70-347", Credential.Kind.EXAM, null);

    private static CreditStatus at(Instant at, CreditFixture credit) {
        return CreditStatus.of(credit.build(), KNOWN, Moment.settled(at));
    }

    @Test
    void an_achievement_waits_24_hours() {
        var countsFrom = SyncDelay.OF_THE_PROGRAMME.countsFrom(NOW, NOW.minusSeconds(1));
        var credit = CreditFixture.any().countsFrom(countsFrom);

        var lastSecond = NOW.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(at(lastSecond, credit)).isEqualTo(CreditStatus.PENDING);
        assertThat(at(NOW.plus(Duration.ofHours(24)), credit)).isEqualTo(CreditStatus.COUNTED);
    }

    @Test
    void the_wait_runs_from_the_later_of_exam_and_association() {
        var dayAfter = NOW.plus(Duration.ofHours(24));

        assertThat(SyncDelay.OF_THE_PROGRAMME.countsFrom(NOW, Instant.EPOCH)).isEqualTo(dayAfter);
        assertThat(SyncDelay.OF_THE_PROGRAMME.countsFrom(Instant.EPOCH, NOW)).isEqualTo(dayAfter);
    }

    @Test
    void nothing_counts_before_a_pass_has_counted_it() {
        var credit = CreditFixture.any().countsFrom(NOW.minusSeconds(10)).build();

        var beforeThePass = new Moment(NOW, NOW.minusSeconds(11));
        assertThat(CreditStatus.of(credit, KNOWN, beforeThePass)).isEqualTo(CreditStatus.PENDING);
        var afterThePass = new Moment(NOW, NOW.minusSeconds(10));
        assertThat(CreditStatus.of(credit, KNOWN, afterThePass)).isEqualTo(CreditStatus.COUNTED);
    }

    @Test
    void a_late_report_counts_from_its_report() {
        var credit = CreditFixture.any().countsFrom(NOW.minusSeconds(500)).knownFrom(NOW);

        assertThat(at(NOW.minusMillis(1), credit)).isEqualTo(CreditStatus.PENDING);
        assertThat(at(NOW, credit)).isEqualTo(CreditStatus.COUNTED);
    }

    @Test
    void ends_are_exclusive() {
        var before = NOW.minusMillis(1);

        assertThat(at(before, CreditFixture.any().expiresAt(NOW))).isEqualTo(CreditStatus.COUNTED);
        assertThat(at(NOW, CreditFixture.any().expiresAt(NOW))).isEqualTo(CreditStatus.EXPIRED);
        assertThat(at(before, CreditFixture.any().revokedAt(NOW))).isEqualTo(CreditStatus.COUNTED);
        assertThat(at(NOW, CreditFixture.any().revokedAt(NOW))).isEqualTo(CreditStatus.REVOKED);
        assertThat(at(before, CreditFixture.any().endedAt(NOW))).isEqualTo(CreditStatus.COUNTED);
        assertThat(at(NOW, CreditFixture.any().endedAt(NOW))).isEqualTo(CreditStatus.ENDED);
    }

    @Test
    void losses_do_not_wait_for_a_pass() {
        var expired = CreditFixture.any().expiresAt(NOW).build();

        var longBeforeTheNextPass = new Moment(NOW, NOW.minusSeconds(3600));
        assertThat(CreditStatus.of(expired, KNOWN, longBeforeTheNextPass)).isEqualTo(CreditStatus.EXPIRED);
    }

    @Test
    void a_retired_exam_counts_to_the_end_of_its_last_day() {
        var retired = new Credential("70-534", Credential.Kind.EXAM, LocalDate.parse("2018-12-31"));
        var credit = CreditFixture.any().countsFrom(Instant.EPOCH).build();

        assertThat(CreditStatus.of(credit, retired, Moment.settled(Instant.parse("2018-12-31T23:59:59.999Z"))))
                .isEqualTo(CreditStatus.COUNTED);
        assertThat(CreditStatus.of(credit, retired, Moment.settled(Instant.parse("2019-01-01T00:00:00Z"))))
                .isEqualTo(CreditStatus.NOT_ACCEPTED);
    }

    @Test
    void unknown_credentials_wrong_types_and_wrong_accounts_are_not_accepted() {
        assertThat(CreditStatus.of(CreditFixture.any().build(), null, Moment.settled(NOW)))
                .isEqualTo(CreditStatus.NOT_ACCEPTED);
        assertThat(at(NOW, CreditFixture.any().type(AchievementType.ASSESSMENT)))
                .isEqualTo(CreditStatus.NOT_ACCEPTED);
        assertThat(at(NOW, CreditFixture.any().misfit())).isEqualTo(CreditStatus.NOT_ACCEPTED);
    }

    @Test
    void the_first_status_that_fits_is_shown() {
        var everything =
                CreditFixture.any().endedAt(NOW).revokedAt(NOW).expiresAt(NOW).misfit();
        assertThat(at(NOW, everything)).isEqualTo(CreditStatus.ENDED);
        assertThat(at(NOW, everything.endedAt(null))).isEqualTo(CreditStatus.REVOKED);
        assertThat(at(NOW, everything.revokedAt(null))).isEqualTo(CreditStatus.EXPIRED);
        assertThat(at(NOW, everything.expiresAt(null).countsFrom(NOW.plusSeconds(1))))
                .isEqualTo(CreditStatus.NOT_ACCEPTED);
    }

    @Test
    void exams_come_through_learn_and_assessments_through_partner_university() {
        assertThat(AccountKind.LEARN.brings(AchievementType.EXAM)).isTrue();
        assertThat(AccountKind.LEARN.brings(AchievementType.CERTIFICATION)).isTrue();
        assertThat(AccountKind.LEARN.brings(AchievementType.ASSESSMENT)).isFalse();
        assertThat(AccountKind.PARTNER_UNIVERSITY.brings(AchievementType.ASSESSMENT))
                .isTrue();
        assertThat(AccountKind.PARTNER_UNIVERSITY.brings(AchievementType.EXAM)).isFalse();
    }
}
