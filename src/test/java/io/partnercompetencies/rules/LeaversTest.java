package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.MESSAGING;
import static io.partnercompetencies.rules.Laws.all;
import static io.partnercompetencies.rules.Laws.any;
import static io.partnercompetencies.rules.Laws.each;
import static io.partnercompetencies.rules.Laws.group;
import static io.partnercompetencies.rules.Laws.people;
import static io.partnercompetencies.rules.Laws.tied;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Relation.Tie;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaversTest {

    private static final String[] EXAMS = {"70-347", "70-345"};

    private static Tolerance silver(CompetencyLaw law, Partner partner) {
        return Leavers.of(law, Level.SILVER, partner.facts(), Moment.settled(NOW));
    }

    private static Tolerance silver(Requirement requirement, Partner partner) {
        return silver(Laws.silver(requirement), partner);
    }

    private static Tolerance only(int tolerated, String... critical) {
        var people = Arrays.stream(critical).map(Partner::person).sorted().toList();
        return new Tolerance(tolerated, people);
    }

    private static Partner employees(int count, String... credentials) {
        var partner = inDeveloped();
        for (int i = 0; i < count; i++) {
            partner.with("employee " + i, credentials);
        }
        return partner;
    }

    @Test
    void with_exactly_two_people_nobody_may_leave() {
        assertThat(silver(MESSAGING, inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS)))
                .isEqualTo(only(0, "Ada", "Ben"));
    }

    @Test
    void with_a_third_one_may_leave_whoever_it_is() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS).with("Cid", EXAMS);

        assertThat(silver(MESSAGING, partner)).isEqualTo(only(1, "Ada", "Ben", "Cid"));
    }

    @Test
    void each_level_has_its_own_answer() {
        var partner = employees(5, EXAMS);

        assertThat(silver(MESSAGING, partner).toleratesLeavers()).isEqualTo(3);
        assertThat(Leavers.of(MESSAGING, Level.GOLD, partner.facts(), Moment.settled(NOW))
                        .toleratesLeavers())
                .isEqualTo(1);
    }

    @Test
    void two_ways_both_have_to_break() {
        var partner = inDeveloped()
                .with("Ada", EXAMS)
                .with("Ben", EXAMS)
                .with("Cid", "mcse-productivity")
                .with("Dan", "mcse-productivity");

        assertThat(silver(MESSAGING, partner)).isEqualTo(only(1, "Ada", "Ben", "Cid", "Dan"));
    }

    @Test
    void who_counts_on_both_ways_breaks_both() {
        var partner = inDeveloped()
                .with("Ada", "70-347", "70-345", "mcse-productivity")
                .with("Ben", EXAMS)
                .with("Cid", "mcse-productivity");

        assertThat(silver(MESSAGING, partner)).isEqualTo(only(0, "Ada"));
    }

    @Test
    void what_is_asked_besides_makes_the_scarcest_people_critical() {
        var law = all(people(2, each("a")), people(1, each("b")));
        var partner =
                inDeveloped().with("Ada", "a").with("Ben", "a").with("Cid", "a").with("Dan", "b");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Dan"));
    }

    @Test
    void the_only_one_with_the_assessment_of_a_disjoint_slot_is_critical_alone() {
        var law = all(group("exam-takers", 2, each("a")), tied(Tie.DISJOINT, "exam-takers", 1, each("ta")));
        var partner = inDeveloped()
                .with("Ada", "a")
                .with("Ben", "a")
                .with("Cid", "a")
                .with("Dan", "ta")
                .with("Eve", "a");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Dan"));
    }

    @Test
    void who_could_stand_in_either_group_is_counted_once() {
        var law = all(group("exam-takers", 2, each("a")), tied(Tie.DISJOINT, "exam-takers", 1, each("ta")));
        var partner =
                inDeveloped().with("Ada", "a", "ta").with("Ben", "a", "ta").with("Cid", "a", "ta");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Ada", "Ben", "Cid"));
        assertThat(silver(law, partner.with("Dan", "a"))).isEqualTo(only(1, "Ada", "Ben", "Cid", "Dan"));
    }

    @Test
    void the_only_one_of_the_core_who_manages_is_critical_alone() {
        var law = all(group("core", 2, each("a")), tied(Tie.SUBSET, "core", 1, each("b")));
        var partner = inDeveloped()
                .with("Ada", "a", "b")
                .with("Ben", "a")
                .with("Cid", "a")
                .with("Dan", "b");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Ada"));
    }

    @Test
    void of_different_people_for_slots_those_who_fill_the_scarce_ones_are_critical() {
        var law = new Requirement.DistinctPeople(List.of(each("a"), each("b"), each("c")));
        var partner = inDeveloped()
                .with("Ada", "a", "b")
                .with("Ben", "a", "b")
                .with("Cid", "c")
                .with("Dan", "c");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Ada", "Ben"));
        assertThat(silver(law, partner.with("Eve", "a"))).isEqualTo(only(1, "Ada", "Ben", "Cid", "Dan", "Eve"));
    }

    @Test
    void three_groups_within_one_need_two_people_though_pairs_seem_to_share_them() {
        var law = all(
                group("core", 1, each("a")),
                tied(Tie.SUBSET, "core", 1, each("b")),
                tied(Tie.SUBSET, "core", 1, each("c")),
                tied(Tie.SUBSET, "core", 1, each("d")));
        var partner = inDeveloped()
                .with("Ada", "a", "b", "c")
                .with("Ben", "a", "c", "d")
                .with("Cid", "a", "b", "d")
                .with("Dan", "a", "b", "c", "d");

        assertThat(silver(law, partner)).isEqualTo(only(0, "Dan"));
    }

    @Test
    void another_option_has_to_break_too() {
        var law = Laws.competency(
                "tested",
                new OptionLaw("by exam", java.util.Map.of(Level.SILVER, people(1, each("a")))),
                new OptionLaw("by assessment", java.util.Map.of(Level.SILVER, people(1, each("b")))));
        var partner = inDeveloped().with("Ada", "a").with("Ben", "b").with("Cid", "b");

        assertThat(silver(law, partner)).isEqualTo(only(2, "Ada", "Ben", "Cid"));
    }

    @Test
    void a_figure_that_is_reached_needs_nobody_and_one_that_is_not_leaves_it_to_the_people() {
        var figure = new Requirement.Performance(
                "active-entitlements",
                Laws.decimals(java.util.Map.of(Market.DEVELOPED, 100)),
                Laws.WORKLOADS,
                Laws.ASSOCIATIONS,
                Span.LATEST_MONTH,
                null);
        var law = any(figure, people(1, each("a")));

        assertThat(silver(law, inDeveloped().with("Ada", "a").entitlements(100)))
                .isEqualTo(new Tolerance(null, List.of()));
        assertThat(silver(law, inDeveloped().with("Ada", "a").entitlements(99))).isEqualTo(only(0, "Ada"));
        assertThat(silver(
                        all(figure, people(1, each("a"))),
                        inDeveloped().with("Ada", "a").entitlements(100)))
                .isEqualTo(only(0, "Ada"));
    }

    @Test
    void an_attestation_needs_nobody() {
        var law = new Requirement.Attestation("reseller");

        assertThat(silver(law, inDeveloped().attested("reseller"))).isEqualTo(new Tolerance(null, List.of()));
    }

    @Test
    void while_an_override_is_in_force_anybody_may_leave() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS);
        var end = NOW.plusSeconds(60);
        partner.waived(new Waiver(
                new UUID(0, 1), MetBy.OVERRIDE, "messaging", Level.SILVER, "agreed", NOW.minusSeconds(60), end));

        assertThat(silver(MESSAGING, partner)).isEqualTo(new Tolerance(null, List.of()));
        assertThat(Leavers.of(MESSAGING, Level.SILVER, partner.facts(), Moment.settled(end)))
                .isEqualTo(only(0, "Ada", "Ben"));
        assertThat(Leavers.of(MESSAGING, Level.GOLD, partner.facts(), Moment.settled(NOW)))
                .isEqualTo(new Tolerance(0, List.of()));
    }

    @Test
    void where_the_level_is_not_met_nobody_is_critical() {
        assertThat(silver(MESSAGING, inDeveloped().with("Ada", EXAMS))).isEqualTo(new Tolerance(0, List.of()));
        assertThat(Leavers.of(
                        Laws.silver(people(1, each("a"))),
                        Level.GOLD,
                        inDeveloped().with("Ada", "a").facts(),
                        Moment.settled(NOW)))
                .isEqualTo(new Tolerance(0, List.of()));
    }

    @Test
    void what_is_pending_holds_nothing_up() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS).pending("Cid", EXAMS);

        assertThat(silver(MESSAGING, partner)).isEqualTo(only(0, "Ada", "Ben"));
    }

    @Test
    void of_five_thousand_all_but_one_too_few_may_leave() {
        var partner = employees(5_000, "70-347", "70-345", "mcse-productivity");

        var tolerance = Leavers.of(MESSAGING, Level.GOLD, partner.facts(), Moment.settled(NOW));
        assertThat(tolerance.toleratesLeavers()).isEqualTo(4_996);
        assertThat(tolerance.critical()).hasSize(5_000).isSorted();
    }
}
