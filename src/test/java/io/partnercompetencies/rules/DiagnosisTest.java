package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Partner.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Diagnosis.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final Credential EXAM = new Credential("70-347", Credential.Kind.EXAM, null);
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant COUNTED_SINCE = NOW.minusSeconds(86_400 * 30);

    private static final Demand DEMAND =
            new Demand(List.of(Laws.MESSAGING, asking("hosting", "70-534"), Laws.CLOUD_PRODUCTIVITY));

    private static CompetencyLaw asking(String competency, String credential) {
        return Laws.competency(
                competency, new OptionLaw("only", Map.of(Level.GOLD, Laws.people(1, Laws.each(credential)))));
    }

    private static Diagnosis of(CreditFixture credit) {
        return of(credit, null, EXAM);
    }

    private static Diagnosis of(CreditFixture credit, Instant leftAt, Credential credential) {
        return Diagnosis.of(credit.build(), leftAt, credential, DEMAND, Moment.settled(NOW));
    }

    private static Cause cause(Finding finding, Instant at) {
        return new Cause(finding, at);
    }

    private static Credential retired(String lastDay) {
        return new Credential("70-347", Credential.Kind.EXAM, LocalDate.parse(lastDay));
    }

    @Test
    void what_counts_serves_every_competency_that_names_it_in_the_order_of_the_catalogue() {
        assertThat(of(CreditFixture.any()))
                .isEqualTo(new Diagnosis(
                        CreditStatus.COUNTED,
                        List.of(cause(Finding.COUNTED, COUNTED_SINCE)),
                        List.of("messaging", "cloud-productivity")));
    }

    @Test
    void what_was_reported_late_counts_since_its_report() {
        assertThat(of(CreditFixture.any().knownFrom(EARLIER)).causes())
                .containsExactly(cause(Finding.COUNTED, EARLIER));
    }

    @Test
    void what_waits_says_until_when_and_what_it_will_serve() {
        var waiting = of(CreditFixture.any().countsFrom(LATER));

        assertThat(waiting.status()).isEqualTo(CreditStatus.PENDING);
        assertThat(waiting.causes()).containsExactly(cause(Finding.WAITS, LATER));
        assertThat(waiting.serves()).containsExactly("messaging", "cloud-productivity");
    }

    @Test
    void what_no_pass_has_counted_since_its_wait_counts_at_the_next() {
        var credit = CreditFixture.any().countsFrom(EARLIER).build();
        var beforeThePass = new Moment(NOW, EARLIER.minusSeconds(1));

        var due = Diagnosis.of(credit, null, EXAM, DEMAND, beforeThePass);
        assertThat(due.status()).isEqualTo(CreditStatus.PENDING);
        assertThat(due.causes()).containsExactly(cause(Finding.COUNTS_NEXT, null));
        assertThat(due.serves()).isNotEmpty();
    }

    @Test
    void what_expires_or_is_retired_before_it_would_count_serves_nothing() {
        var expiring = of(CreditFixture.any().countsFrom(LATER).expiresAt(LATER));
        assertThat(expiring.status()).isEqualTo(CreditStatus.PENDING);
        assertThat(expiring.causes()).containsExactly(cause(Finding.WAITS_IN_VAIN, LATER));
        assertThat(expiring.serves()).isEmpty();
        assertThat(of(CreditFixture.any().countsFrom(LATER).expiresAt(LATER.plusNanos(1)))
                        .causes())
                .containsExactly(cause(Finding.WAITS, LATER));

        var tomorrow = CreditFixture.any().countsFrom(NOW.plusSeconds(86_400));
        assertThat(of(tomorrow, null, retired("2026-11-21")).causes())
                .containsExactly(cause(Finding.WAITS_IN_VAIN, NOW.plusSeconds(86_400)));
        assertThat(of(tomorrow, null, retired("2026-11-22")).causes())
                .containsExactly(cause(Finding.WAITS, NOW.plusSeconds(86_400)));
    }

    @Test
    void what_the_catalogue_does_not_know_serves_nothing() {
        var unknown = of(CreditFixture.any(), null, null);

        assertThat(unknown)
                .isEqualTo(new Diagnosis(CreditStatus.NOT_ACCEPTED, List.of(cause(Finding.UNKNOWN, null)), List.of()));
    }

    @Test
    void what_the_catalogue_knows_as_another_type_is_as_good_as_unknown() {
        var certification = new Credential("70-347", Credential.Kind.CERTIFICATION, null);
        var mistaken = of(CreditFixture.any(), null, certification);

        assertThat(mistaken.status()).isEqualTo(CreditStatus.NOT_ACCEPTED);
        assertThat(mistaken.causes()).containsExactly(cause(Finding.KNOWN_AS_ANOTHER_TYPE, null));
        assertThat(Finding.KNOWN_AS_ANOTHER_TYPE.code()).isEqualTo(Finding.Code.UNKNOWN_CREDENTIAL);
    }

    @Test
    void what_is_linked_for_the_other_kind_says_so() {
        var misfit = of(CreditFixture.any().misfit());

        assertThat(misfit)
                .isEqualTo(new Diagnosis(
                        CreditStatus.NOT_ACCEPTED, List.of(cause(Finding.LINKED_FOR_THE_OTHER_KIND, null)), List.of()));
    }

    @Test
    void what_is_retired_names_the_first_instant_after_its_last_day() {
        var late = of(CreditFixture.any(), null, retired("2026-10-31"));

        assertThat(late)
                .isEqualTo(new Diagnosis(
                        CreditStatus.NOT_ACCEPTED,
                        List.of(cause(Finding.RETIRED, Instant.parse("2026-11-01T00:00:00Z"))),
                        List.of()));
        assertThat(of(CreditFixture.any(), null, retired("2026-11-21")).status())
                .isEqualTo(CreditStatus.COUNTED);
    }

    @Test
    void what_nobody_asks_for_counts_and_says_so() {
        var unasked = of(CreditFixture.any(), null, new Credential("98-349", Credential.Kind.EXAM, null));

        assertThat(unasked)
                .isEqualTo(new Diagnosis(
                        CreditStatus.COUNTED,
                        List.of(cause(Finding.COUNTED, COUNTED_SINCE), cause(Finding.UNASKED, null)),
                        List.of()));
    }

    @Test
    void codes_are_the_same_in_any_case() {
        assertThat(new Demand(List.of(asking("messaging", "TA-Cloud")))
                        .competencies(new Credential("ta-cloud", Credential.Kind.ASSESSMENT, null)))
                .containsExactly("messaging");
    }

    @Test
    void an_association_that_ended_and_a_user_who_left_are_told_apart() {
        assertThat(of(CreditFixture.any().endedAt(EARLIER)))
                .isEqualTo(new Diagnosis(CreditStatus.ENDED, List.of(cause(Finding.ENDED, EARLIER)), List.of()));
        assertThat(of(CreditFixture.any().endedAt(EARLIER), EARLIER, EXAM).causes())
                .containsExactly(cause(Finding.LEFT, EARLIER));
        assertThat(of(CreditFixture.any().endedAt(EARLIER), NOW, EXAM).causes())
                .containsExactly(cause(Finding.ENDED, EARLIER), cause(Finding.LEFT, NOW));
    }

    @Test
    void who_has_left_is_not_told_to_link_an_account() {
        assertThat(of(CreditFixture.any().misfit().endedAt(NOW), NOW, EXAM).causes())
                .containsExactly(cause(Finding.LEFT, NOW));
        assertThat(of(CreditFixture.any().misfit().endedAt(NOW)).causes())
                .containsExactly(cause(Finding.ENDED, NOW), cause(Finding.LINKED_FOR_THE_OTHER_KIND, null));
    }

    @Test
    void ends_are_exclusive_and_serve_nothing() {
        assertThat(of(CreditFixture.any().expiresAt(NOW)))
                .isEqualTo(new Diagnosis(CreditStatus.EXPIRED, List.of(cause(Finding.EXPIRED, NOW)), List.of()));
        assertThat(of(CreditFixture.any().expiresAt(NOW.plusNanos(1))).status()).isEqualTo(CreditStatus.COUNTED);
        assertThat(of(CreditFixture.any().revokedAt(NOW)))
                .isEqualTo(new Diagnosis(CreditStatus.REVOKED, List.of(cause(Finding.REVOKED, NOW)), List.of()));
    }

    @Test
    void everything_that_applies_is_listed_and_what_decides_the_status_comes_first() {
        var everything = CreditFixture.any()
                .endedAt(NOW)
                .revokedAt(NOW)
                .expiresAt(EARLIER)
                .misfit();
        var retired = new Credential("98-349", Credential.Kind.CERTIFICATION, LocalDate.parse("2026-10-31"));
        var retiredAt = retired.acceptanceEndsAt();

        assertThat(of(everything, null, retired).causes())
                .containsExactly(
                        cause(Finding.ENDED, NOW),
                        cause(Finding.REVOKED, NOW),
                        cause(Finding.EXPIRED, EARLIER),
                        cause(Finding.KNOWN_AS_ANOTHER_TYPE, null),
                        cause(Finding.LINKED_FOR_THE_OTHER_KIND, null),
                        cause(Finding.RETIRED, retiredAt),
                        cause(Finding.UNASKED, null));
    }
}
