package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.all;
import static io.partnercompetencies.rules.Laws.each;
import static io.partnercompetencies.rules.Laws.group;
import static io.partnercompetencies.rules.Laws.people;
import static io.partnercompetencies.rules.Laws.tied;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.rules.Relation.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiesTest {

    private static final Requirement CORE_AND_ONE_OF_THEM =
            all(group("core", 2, each("a")), tied(Tie.SUBSET, "core", 1, each("b")));
    private static final Requirement TWO_AND_ANOTHER =
            all(group("core", 2, each("a")), tied(Tie.DISJOINT, "core", 1, each("b")));

    @Test
    void one_of_the_same_two_must_be_among_the_chosen() {
        var partner = inDeveloped().with("Ada", "a").with("Ben", "a").with("Cid", "b");
        assertThat(partner.proof(CORE_AND_ONE_OF_THEM).met()).isFalse();

        assertThat(partner.with("Ben", "b").proof(CORE_AND_ONE_OF_THEM).met()).isTrue();
    }

    @Test
    void the_group_is_chosen_so_that_the_tied_clause_can_hold() {
        var partner =
                inDeveloped().with("Ada", "a").with("Ben", "a").with("Cid", "a").with("Dan", "a", "b");

        assertThat(partner.proof(CORE_AND_ONE_OF_THEM).met()).isTrue();
    }

    @Test
    void the_other_individual_is_not_one_of_the_chosen() {
        var partner = inDeveloped().with("Ada", "a", "b").with("Ben", "a", "b");
        assertThat(partner.proof(TWO_AND_ANOTHER).met()).isFalse();

        assertThat(partner.with("Cid", "a").proof(TWO_AND_ANOTHER).met()).isTrue();
    }

    @Test
    void a_group_is_exactly_its_count() {
        var twoOfThem = all(group("core", 1, each("a")), tied(Tie.SUBSET, "core", 2, each("a")));

        assertThat(inDeveloped()
                        .with("Ada", "a")
                        .with("Ben", "a")
                        .proof(twoOfThem)
                        .met())
                .isFalse();
    }

    @Test
    void the_same_or_different_people_may_be_anybody() {
        var law = all(group("core", 1, each("a")), tied(Tie.SAME_OR_DIFFERENT, "core", 1, each("b")));

        assertThat(inDeveloped().with("Ada", "a", "b").proof(law).met()).isTrue();
        assertThat(inDeveloped().with("Ada", "a").with("Ben", "b").proof(law).met())
                .isTrue();
    }

    @Test
    void a_tied_clause_counts_within_the_best_joint_choice() {
        var proof = inDeveloped().with("Ada", "a", "b").with("Ben", "a", "b").proof(TWO_AND_ANOTHER);

        // One and one (a half and a whole) is nearer than two and none (a whole and nothing).
        assertThat(proof.children().get(0).counted()).hasToString("1");
        assertThat(proof.children().get(1).counted()).hasToString("1");
        assertThat(proof.children().get(1).contributors()).hasSize(2);
        assertThat(proof.counted()).hasToString("1");
    }

    @Test
    void pending_achievements_are_seen_jointly_too() {
        var partner = inDeveloped().with("Ada", "a", "b").with("Ben", "a", "b").pending("Cid", "a");

        var proof = partner.proof(TWO_AND_ANOTHER);
        assertThat(proof.met()).isFalse();
        assertThat(proof.pending()).hasToString("1");
        assertThat(proof.children().get(0).pending()).hasToString("1");
    }

    @Test
    void a_tie_may_lead_to_a_tied_group() {
        var law = all(
                group("core", 2, each("a")),
                new Requirement.People(1, each("b"), "lead", new Relation("core", Tie.SUBSET)),
                tied(Tie.DISJOINT, "lead", 1, each("b")));

        assertThat(inDeveloped()
                        .with("Ada", "a", "b")
                        .with("Ben", "a")
                        .proof(law)
                        .met())
                .isFalse();
        assertThat(inDeveloped()
                        .with("Ada", "a", "b")
                        .with("Ben", "a", "b")
                        .proof(law)
                        .met())
                .isTrue();
    }

    @Test
    void untied_neighbours_are_left_alone() {
        var law = all(
                people(1, each("c")),
                group("core", 1, each("a")),
                people(3, each("a")),
                tied(Tie.DISJOINT, "core", 1, each("a")));

        var proof = inDeveloped()
                .with("Ada", "a")
                .with("Ben", "a")
                .with("Cid", "a", "c")
                .proof(law);
        assertThat(proof.met()).isTrue();
        assertThat(proof.children().get(2).counted()).hasToString("3");
    }

    @Test
    void a_tie_that_leads_nowhere_is_refused() {
        var law = all(tied(Tie.SUBSET, "nobody", 1, each("a")));

        assertThatThrownBy(() -> inDeveloped().proof(law)).hasMessageContaining("nobody");
        assertThatThrownBy(() -> inDeveloped().proof(tied(Tie.SUBSET, "nobody", 1, each("a"))))
                .hasMessageContaining("nobody");
    }

    @Test
    void a_joint_choice_that_is_too_large_is_found_out() {
        assertThat(Ties.areDecidable(new Requirement.AllOf(
                        List.of(group("core", 15, each("a")), tied(Tie.DISJOINT, "core", 15, each("b"))))))
                .isTrue();
        assertThat(Ties.areDecidable(new Requirement.AllOf(
                        List.of(group("core", 150, each("a")), tied(Tie.DISJOINT, "core", 150, each("b"))))))
                .isFalse();
    }

    @Test
    void a_fifth_clause_in_one_joint_choice_is_found_out() {
        var one = group("core", 1, each("a"));
        var other = tied(Tie.DISJOINT, "core", 1, each("b"));

        assertThat(Ties.areDecidable(new Requirement.AllOf(List.of(one, other, other, other))))
                .isTrue();
        assertThat(Ties.areDecidable(new Requirement.AllOf(List.of(one, other, other, other, other))))
                .isFalse();
    }
}
