package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.all;
import static io.partnercompetencies.rules.Laws.any;
import static io.partnercompetencies.rules.Laws.each;
import static io.partnercompetencies.rules.Laws.people;
import static io.partnercompetencies.rules.Partner.MONTH;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static io.partnercompetencies.rules.Partner.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why time takes a level away: what, left undone, would leave it (M6). */
class CausesTest {

    private static final Instant IN_A_YEAR = NOW.plus(Duration.ofDays(365));
    private static final Instant IN_MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final LocalDate LAST_OF_FEBRUARY = LocalDate.parse("2027-02-28");
    private static final Requirement TWO = people(2, each("a"));

    private static Reason why(Partner partner, Requirement requirement) {
        return why(partner, new Revision(null, null, options(requirement)));
    }

    private static Reason why(Partner partner, Revision... revisions) {
        var forecast = new Forecast(partner.facts(), List.of(new LawHistory("tested", List.of(revisions))));
        assertThat(forecast.isMet("tested", Level.SILVER, NOW)).as("met today").isTrue();
        assertThat(forecast.isMet("tested", Level.SILVER, IN_A_YEAR))
                .as("met in a year")
                .isFalse();
        return forecast.whyItFalls("tested", Level.SILVER, NOW, IN_A_YEAR);
    }

    private static List<OptionLaw> options(Requirement requirement) {
        return List.of(new OptionLaw("only", Map.of(Level.SILVER, requirement)));
    }

    private static Requirement revenue(int threshold, Span window) {
        return new Requirement.Performance(
                "revenue", Laws.decimals(Map.of(Market.DEVELOPED, threshold)), Set.of(), Set.of(), window, null);
    }

    private static Partner expiring(Partner partner, String name, String credential) {
        return partner.add(partner.credit(name, credential).expiresAt(IN_MARCH));
    }

    @Test
    void an_achievement_expires() {
        var reason = why(expiring(inDeveloped().with("Ada", "a"), "Ben", "a"), TWO);
        assertThat(reason.causes()).containsExactly(Cause.ACHIEVEMENT_EXPIRES);
        assertThat(reason.people()).containsExactly(person("Ben"));
        assertThat(reason.achievements()).hasSize(1);
    }

    @Test
    void a_credential_retires_for_everybody_who_holds_it() {
        var partner = inDeveloped().with("Ada", "a").with("Ben", "a").retired("a", LAST_OF_FEBRUARY);
        var reason = why(partner, TWO);
        assertThat(reason.causes()).containsExactly(Cause.CREDENTIAL_RETIRES);
        assertThat(reason.people()).containsExactlyInAnyOrder(person("Ada"), person("Ben"));
    }

    @Test
    void an_override_or_an_attestation_ends() {
        var waiver = new Waiver(
                new UUID(8, 1), MetBy.OVERRIDE, "tested", Level.SILVER, "A reason.", NOW.minusSeconds(1), IN_MARCH);
        assertThat(why(inDeveloped().waived(waiver), TWO).causes()).containsExactly(Cause.OVERRIDE_ENDS);

        var attested = inDeveloped().attested(new Attested("reseller", NOW.minusSeconds(1), IN_MARCH));
        assertThat(why(attested, all(new Requirement.Attestation("reseller"))).causes())
                .containsExactly(Cause.ATTESTATION_ENDS);
    }

    @Test
    void a_month_leaves_the_window() {
        var partner = inDeveloped().figure("revenue", "", "", MONTH.minusMonths(3), false, 10);
        assertThat(why(partner, revenue(10, Span.TWELVE_MONTHS)).causes()).containsExactly(Cause.PERFORMANCE_DROPS);
    }

    @Test
    void the_requirements_change() {
        var march = LocalDate.parse("2027-03-01");
        var reason = why(
                inDeveloped().with("Ada", "a").with("Ben", "a"),
                new Revision(null, march, options(TWO)),
                new Revision(march, null, options(people(3, each("a")))));
        assertThat(reason.causes()).containsExactly(Cause.REQUIREMENT_CHANGES);
        assertThat(reason.people()).isEmpty();
    }

    @Test
    void what_happens_and_takes_nothing_away_is_no_cause() {
        var partner = inDeveloped()
                .with("Ada", "a")
                .figure("revenue", "", "", MONTH.minusMonths(3), false, 10)
                .retired("b", LAST_OF_FEBRUARY)
                .with("Ada", "b");
        assertThat(why(expiring(partner, "Ben", "a"), TWO).causes()).containsExactly(Cause.ACHIEVEMENT_EXPIRES);
    }

    @Test
    void each_of_two_that_break_it_alone_is_no_cause_alone_so_both_are() {
        var partner = inDeveloped().with("Ada", "b").figure("revenue", "", "", MONTH.minusMonths(3), false, 10);
        var both = all(people(1, each("a")), revenue(10, Span.TWELVE_MONTHS));
        assertThat(why(expiring(partner, "Ben", "a"), both).causes())
                .containsExactly(Cause.ACHIEVEMENT_EXPIRES, Cause.PERFORMANCE_DROPS);
    }

    @Test
    void of_several_causes_the_first_that_bites_comes_first() {
        var late = Instant.parse("2027-10-01T00:00:00Z");
        var partner = inDeveloped().figure("revenue", "", "", MONTH.minusMonths(3), false, 10);
        var both = all(people(1, each("a")), revenue(10, Span.TWELVE_MONTHS));
        partner.add(partner.credit("Ben", "a").expiresAt(late));
        assertThat(why(partner, both).causes()).containsExactly(Cause.PERFORMANCE_DROPS, Cause.ACHIEVEMENT_EXPIRES);
    }

    @Test
    void of_two_ways_that_both_close_each_could_have_stayed_open() {
        var partner = inDeveloped().with("Ada", "b").retired("b", LAST_OF_FEBRUARY);
        var either = any(people(1, each("a")), people(1, each("b")));
        var reason = why(expiring(partner, "Ben", "a"), either);
        assertThat(reason.causes()).containsExactly(Cause.ACHIEVEMENT_EXPIRES, Cause.CREDENTIAL_RETIRES);
        assertThat(reason.people()).containsExactlyInAnyOrder(person("Ada"), person("Ben"));
    }

    @Test
    void what_has_ended_before_was_never_to_count_or_is_not_asked_for_concerns_nobody() {
        var partner = expiring(inDeveloped().with("Ada", "a"), "Ben", "a");
        partner.add(partner.credit("Cem", "a").expiresAt(NOW))
                .add(partner.credit("Dan", "a").endedAt(NOW).expiresAt(IN_MARCH))
                .add(partner.credit("Eve", "a").countsFrom(IN_MARCH).expiresAt(IN_MARCH))
                .add(partner.credit("Flo", "a").misfit().expiresAt(IN_MARCH))
                .add(partner.credit("Gus", "unasked").expiresAt(IN_MARCH));
        assertThat(why(partner, TWO).people()).containsExactly(person("Ben"));
    }
}
