package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Partner.MONTH;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextChangeTest {

    private static final Instant FIRST_OF_DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private static Instant after(Partner partner, LawHistory... histories) {
        return NextChange.after(partner.facts(), List.of(histories), Moment.settled(NOW));
    }

    @Test
    void nothing_changes_by_itself_where_nothing_is_due() {
        assertThat(after(inDeveloped().with("Ada", "a"))).isNull();
    }

    @Test
    void a_pending_achievement_changes_something_when_it_counts() {
        var soon = NOW.plusSeconds(60);

        assertThat(after(inDeveloped().withFrom(soon.plusSeconds(1), "Ada", "a").withFrom(soon, "Ben", "a")))
                .isEqualTo(soon);
        var partner = inDeveloped();
        assertThat(after(partner.add(partner.credit("Ada", "a").knownFrom(soon))))
                .isEqualTo(soon);
    }

    @Test
    void what_is_due_and_not_counted_yet_is_due_at_its_own_instant() {
        var due = NOW.minusSeconds(30);
        var facts = inDeveloped().withFrom(due, "Ada", "a").facts();

        assertThat(NextChange.after(facts, List.of(), new Moment(NOW, NOW.minusSeconds(31))))
                .isEqualTo(due);
        assertThat(NextChange.after(facts, List.of(), new Moment(NOW, due))).isNull();
    }

    @Test
    void an_expiry_and_the_end_of_acceptance_are_changes() {
        var expiry = NOW.plusSeconds(99);
        var partner = inDeveloped();
        assertThat(after(partner.add(partner.credit("Ada", "a").expiresAt(expiry))))
                .isEqualTo(expiry);

        assertThat(after(inDeveloped().with("Ada", "a").retired("a", LocalDate.parse("2026-11-30"))))
                .isEqualTo(FIRST_OF_DECEMBER);
    }

    @Test
    void what_can_never_count_changes_nothing() {
        var partner = inDeveloped();
        partner.add(partner.credit("Ada", "a").endedAt(NOW).expiresAt(NOW.plusSeconds(9)))
                .add(partner.credit("Ada", "a").revokedAt(NOW).countsFrom(NOW.plusSeconds(9)))
                .pending("Ada", "nonsense")
                .unknown("nonsense");

        assertThat(after(partner)).isNull();
    }

    private static LawHistory asking(Span span) {
        var clause = new Requirement.Performance("m", Map.of(), Set.of(), Set.of(), span, null);
        return history(new Revision(null, null, List.of(new OptionLaw("only", Map.of(Level.GOLD, clause)))));
    }

    private static LawHistory history(Revision... revisions) {
        return new LawHistory("tested", List.of(revisions));
    }

    @Test
    void a_window_of_twelve_months_moves_on_with_the_month() {
        var now = inDeveloped().figure("m", "", "", MONTH, false, 1);
        assertThat(after(now, asking(Span.TWELVE_MONTHS))).isEqualTo(FIRST_OF_DECEMBER);
        assertThat(after(now, asking(Span.LATEST_MONTH))).isNull();

        var lastInWindow = inDeveloped().figure("m", "", "", MONTH.minusMonths(11), false, 1);
        assertThat(after(lastInWindow, asking(Span.TWELVE_MONTHS))).isEqualTo(FIRST_OF_DECEMBER);
        var longPast = inDeveloped().figure("m", "", "", MONTH.minusMonths(12), false, 1);
        assertThat(after(longPast, asking(Span.TWELVE_MONTHS))).isNull();
    }

    @Test
    void a_record_of_a_later_month_counts_when_the_month_comes() {
        var partner = inDeveloped().figure("m", "", "", MONTH.plusMonths(1), false, 1);

        assertThat(after(partner, asking(Span.LATEST_MONTH))).isEqualTo(FIRST_OF_DECEMBER);
    }

    @Test
    void a_revision_changes_what_is_asked() {
        var december = LocalDate.parse("2026-12-01");
        var history = history(new Revision(null, december, List.of()), new Revision(december, null, List.of()));

        assertThat(after(inDeveloped(), history)).isEqualTo(FIRST_OF_DECEMBER);
        assertThat(NextChange.after(inDeveloped().facts(), List.of(history), Moment.settled(FIRST_OF_DECEMBER)))
                .isNull();
    }

    @Test
    void the_end_of_an_attestation_is_a_change() {
        var until = NOW.plusSeconds(77);

        assertThat(after(inDeveloped().attested(new Attested("reseller", NOW.minusSeconds(1), until))))
                .isEqualTo(until);
        assertThat(after(inDeveloped().attested("reseller"))).isNull();
    }

    @Test
    void the_end_of_an_override_is_a_change() {
        var until = NOW.plusSeconds(77);
        var waiver = new Waiver(
                new UUID(8, 1), MetBy.OVERRIDE, "tested", Level.GOLD, "A reason.", NOW.minusSeconds(1), until);

        assertThat(after(inDeveloped().waived(waiver))).isEqualTo(until);
    }
}
