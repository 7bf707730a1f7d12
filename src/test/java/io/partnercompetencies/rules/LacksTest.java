package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.all;
import static io.partnercompetencies.rules.Laws.any;
import static io.partnercompetencies.rules.Laws.each;
import static io.partnercompetencies.rules.Laws.eachOneOf;
import static io.partnercompetencies.rules.Laws.group;
import static io.partnercompetencies.rules.Laws.people;
import static io.partnercompetencies.rules.Laws.silver;
import static io.partnercompetencies.rules.Laws.tied;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static io.partnercompetencies.rules.Partner.inDeveloping;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Relation.Tie;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an unmet level lacks, and when what is pending closes it. */
class LacksTest {

    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(120);

    private static List<Lack> lacks(Partner partner, Requirement requirement) {
        return partner.silver(silver(requirement)).lacks();
    }

    private static Requirement.Performance seats(Map<Market, Integer> thresholds) {
        return new Requirement.Performance(
                "active-entitlements", Laws.decimals(thresholds), Set.of(), Set.of(), Span.LATEST_MONTH, null);
    }

    private static Lack.Persons persons(int more, Requirement clause) {
        return new Lack.Persons(more, (Requirement.People) clause, null, null);
    }

    @Test
    void what_is_met_is_not_listed() {
        var two = people(2, each("a"));
        var seats = seats(Map.of(Market.DEVELOPED, 10));

        assertThat(lacks(inDeveloped().with("Ada", "a").entitlements(4), all(two, seats, people(1, each("a")))))
                .containsExactly(
                        persons(1, two),
                        new Lack.Amount(
                                BigDecimal.valueOf(6),
                                BigDecimal.valueOf(4),
                                BigDecimal.TEN,
                                seats,
                                new Months(Partner.MONTH, Partner.MONTH)));
        assertThat(lacks(inDeveloped().with("Ada", "a").with("Ben", "a"), two)).isEmpty();
    }

    @Test
    void a_level_that_is_met_by_an_override_lacks_nothing() {
        var waiver = new Waiver(UUID.randomUUID(), MetBy.OVERRIDE, "tested", Level.SILVER, "tested", NOW, LATER);

        assertThat(lacks(inDeveloped().waived(waiver), people(2, each("a")))).isEmpty();
    }

    @Test
    void of_several_options_the_nearest_is_told() {
        var far = people(2, each("a"));
        var near = people(2, each("b"));
        var law = Laws.competency(
                "tested",
                new OptionLaw("far", Map.of(Level.SILVER, far)),
                new OptionLaw("near", Map.of(Level.SILVER, near)));

        assertThat(inDeveloped().with("Ada", "b").silver(law).lacks()).containsExactly(persons(1, near));
        assertThat(inDeveloped().silver(law).lacks()).containsExactly(persons(2, far));
    }

    @Test
    void alternatives_come_nearest_first_and_equal_ones_in_order() {
        var first = people(2, each("a"));
        var second = people(2, each("b"));

        assertThat(lacks(inDeveloped(), any(first, second)))
                .containsExactly(new Lack.OneOf(List.of(List.of(persons(2, first)), List.of(persons(2, second)))));
        assertThat(lacks(inDeveloped().with("Ada", "b"), any(first, second)))
                .containsExactly(new Lack.OneOf(List.of(List.of(persons(1, second)), List.of(persons(2, first)))));
    }

    @Test
    void what_this_market_has_no_threshold_for_is_told_only_where_nothing_else_leads_on() {
        var seats = seats(Map.of(Market.DEVELOPED, 10));
        var two = people(2, each("a"));

        assertThat(lacks(inDeveloping().entitlements(10), seats)).containsExactly(new Lack.NoThreshold(seats));
        assertThat(lacks(inDeveloping(), any(all(seats, people(1, each("a"))), two)))
                .containsExactly(persons(2, two));
        assertThat(lacks(inDeveloping(), any(seats, all(seats)))).first().matches(Lack::isHopeless);
    }

    @Test
    void a_tied_clause_knows_its_group() {
        var core = group("core", 2, each("a"));
        var lead = tied(Tie.SUBSET, "core", 1, each("b"));

        assertThat(lacks(inDeveloped().with("Ada", "a").with("Ben", "a").with("Cid", "b"), all(core, lead)))
                .containsExactly(new Lack.Persons(1, lead, core, null));
    }

    @Test
    void slots_that_nobody_fills_are_told() {
        var distinct = new Requirement.DistinctPeople(List.of(each("a"), each("b"), eachOneOf("c", "d")));

        assertThat(lacks(inDeveloped().with("Ada", "a", "d"), distinct))
                .containsExactly(new Lack.DistinctPersons(1, distinct, List.of(each("b")), null));
    }

    @Test
    void an_attestation_is_missing_by_its_code() {
        assertThat(lacks(inDeveloped(), new Requirement.Attestation("reseller")))
                .containsExactly(new Lack.NotAttested("reseller"));
    }

    private static Lack.Pending pending(Partner partner, Requirement requirement) {
        var lack = lacks(partner, requirement).get(0);
        return lack instanceof Lack.Persons persons ? persons.pending() : ((Lack.DistinctPersons) lack).pending();
    }

    @Test
    void what_is_pending_closes_a_people_clause_when_enough_of_it_counts() {
        var two = people(2, each("a", "b"));
        var partner = inDeveloped().withFrom(LATER, "Ada", "a").withFrom(SOON, "Ada", "b");
        assertThat(pending(partner, two)).isEqualTo(new Lack.Pending(1, null));

        partner.withFrom(SOON, "Ben", "a", "b").withFrom(LATER.plusSeconds(1), "Cid", "a", "b");
        assertThat(pending(partner, two)).isEqualTo(new Lack.Pending(3, LATER));
    }

    @Test
    void the_same_achievement_in_two_ways_counts_by_the_first() {
        var partner = inDeveloped().withFrom(LATER, "Ada", "a").withFrom(SOON, "Ada", "a");

        assertThat(pending(partner, people(1, each("a")))).isEqualTo(new Lack.Pending(1, SOON));
    }

    @Test
    void what_is_pending_closes_distinct_slots_when_all_can_be_filled() {
        var distinct = new Requirement.DistinctPeople(List.of(each("a"), each("b")));
        var partner =
                inDeveloped().with("Ada", "a", "b").withFrom(LATER, "Ben", "a").withFrom(SOON, "Ada", "c");

        assertThat(pending(partner, distinct)).isEqualTo(new Lack.Pending(1, LATER));
    }

    @Test
    void tied_clauses_are_closed_together() {
        var law = all(group("core", 2, each("a")), tied(Tie.DISJOINT, "core", 1, each("b")));
        var partner = inDeveloped().with("Ada", "a", "b").withFrom(SOON, "Ben", "a");
        assertThat(pending(partner, law)).isEqualTo(new Lack.Pending(1, null));

        partner.withFrom(LATER, "Cid", "b");
        assertThat(pending(partner, law).metFrom()).isEqualTo(LATER);
        assertThat(partner.proof(law).metFrom()).isEqualTo(LATER);
    }

    @Test
    void all_are_met_with_the_last_and_any_with_the_first() {
        var partner = inDeveloped().withFrom(SOON, "Ada", "a").withFrom(LATER, "Ada", "b");
        var a = people(1, each("a"));
        var b = people(1, each("b"));

        assertThat(partner.proof(all(a, b)).metFrom()).isEqualTo(LATER);
        assertThat(partner.proof(any(b, a)).metFrom()).isEqualTo(SOON);
        assertThat(partner.proof(all(a, people(1, each("c")))).metFrom()).isNull();
        assertThat(partner.with("Ada", "a").proof(a).metFrom()).isNull();
    }

    @Test
    void what_expires_or_retires_before_it_could_count_closes_nothing() {
        var one = people(1, each("a"));
        var expiring = inDeveloped();
        expiring.add(expiring.credit("Ada", "a").countsFrom(LATER).expiresAt(LATER));
        assertThat(pending(expiring, one)).isNull();
        assertThat(expiring.status(silver(one)).pendingAchievements()).isEqualTo(1);

        var tomorrow = NOW.plus(Duration.ofDays(1));
        var retiring = inDeveloped().withFrom(tomorrow, "Ada", "a").retired("a", LocalDate.parse("2026-11-21"));
        assertThat(pending(retiring, one)).isNull();

        var inTime = inDeveloped();
        inTime.add(inTime.credit("Ada", "a").countsFrom(SOON).expiresAt(LATER));
        assertThat(pending(inTime, one)).isEqualTo(new Lack.Pending(1, SOON));
    }
}
