package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.MESSAGING;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final String[] EXAMS = {"70-347", "70-345"};

    @Test
    void two_people_by_exams_make_messaging_silver() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS);

        assertThat(partner.silver(MESSAGING).met()).isTrue();
        assertThat(partner.silver(MESSAGING).metBy()).isEqualTo(MetBy.FACTS);
        assertThat(partner.gold(MESSAGING).met()).isFalse();
    }

    @Test
    void two_people_by_certification_make_messaging_silver() {
        var partner = inDeveloped().with("Ada", "mcse-productivity").with("Ben", "mcse-productivity");

        assertThat(partner.silver(MESSAGING).met()).isTrue();
    }

    @Test
    void four_people_make_messaging_gold() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", EXAMS).with("Cid", EXAMS);
        assertThat(partner.gold(MESSAGING).met()).isFalse();

        assertThat(partner.with("Dan", EXAMS).gold(MESSAGING).met()).isTrue();
    }

    @Test
    void one_by_exams_and_one_by_certification_are_not_two() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", "mcse-productivity");

        assertThat(partner.silver(MESSAGING).met()).isFalse();
    }

    @Test
    void each_person_needs_both_exams() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", "70-347").with("Cid", "70-345");

        assertThat(partner.silver(MESSAGING).met()).isFalse();
    }

    @Test
    void the_same_exam_passed_twice_is_one_person() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ada", EXAMS);

        assertThat(partner.silver(MESSAGING).met()).isFalse();
    }

    @Test
    void codes_are_the_same_in_any_case() {
        var partner = inDeveloped().with("Ada", "MCSE-Productivity").with("Ben", "mcse-PRODUCTIVITY");

        assertThat(partner.silver(MESSAGING).met()).isTrue();
    }

    @Test
    void a_choice_inside_each_is_made_by_every_person_alone() {
        var clause = Laws.people(2, Laws.either(Laws.each("70-334", "70-333"), Laws.each("mcse-productivity")));

        var partner = inDeveloped().with("Ada", "70-334", "70-333").with("Ben", "mcse-productivity");
        assertThat(partner.proof(clause).met()).isTrue();
    }

    @Test
    void the_proof_says_who_counts_by_what_and_what_is_missing() {
        var partner = inDeveloped().with("Ada", "70-347", "70-345", "70-346").with("Ben", "70-347");

        var proof = partner.silver(MESSAGING).options().get(0).proof();
        assertThat(proof.kind()).isEqualTo(Proof.Kind.ALL_OF);
        var choice = proof.children().get(0);
        assertThat(choice.kind()).isEqualTo(Proof.Kind.ANY_OF);
        assertThat(choice.required()).hasToString("1");
        assertThat(choice.counted()).hasToString("0");
        var byExams = choice.children().get(0);
        assertThat(byExams.required()).hasToString("2");
        assertThat(byExams.counted()).hasToString("1");
        assertThat(byExams.missing()).hasToString("1");
        assertThat(byExams.contributors()).hasSize(1);
        assertThat(byExams.contributors().get(0).userId()).isEqualTo(Partner.person("Ada"));
        assertThat(byExams.contributors().get(0).achievements())
                .extracting(Contributor.Achieved::credential)
                .containsExactly("70-347", "70-345");
    }

    @Test
    void more_people_than_needed_all_contribute() {
        var proof = inDeveloped()
                .with("Ada", "70-347")
                .with("Ben", "70-347")
                .with("Cid", "70-347")
                .proof(Laws.people(2, Laws.each("70-347")));

        assertThat(proof.counted()).hasToString("3");
        assertThat(proof.missing()).hasToString("0");
        assertThat(proof.contributors()).hasSize(3);
    }

    @Test
    void pending_says_by_how_much_a_node_grows() {
        var partner = inDeveloped().with("Ada", EXAMS).with("Ben", "70-347").pending("Ben", "70-345");

        assertThat(partner.silver(MESSAGING).met()).isFalse();
        var proof = partner.silver(MESSAGING).options().get(0).proof();
        assertThat(proof.pending()).hasToString("1");
        var byExams = proof.children().get(0).children().get(0);
        assertThat(byExams.counted()).hasToString("1");
        assertThat(byExams.pending()).hasToString("1");
        assertThat(proof.children().get(0).children().get(1).pending()).hasToString("0");
    }

    @Test
    void what_someone_has_already_does_not_grow_anything() {
        var partner = inDeveloped().with("Ada", EXAMS).pending("Ada", EXAMS);

        var byExams = partner.silver(MESSAGING)
                .options()
                .get(0)
                .proof()
                .children()
                .get(0)
                .children()
                .get(0);
        assertThat(byExams.pending()).hasToString("0");
    }

    @Test
    void pending_achievements_are_those_that_the_competency_names() {
        var partner = inDeveloped()
                .with("Ada", "70-345")
                .pending("Ada", "70-347", "mcse-productivity")
                .pending("Ben", "70-346");

        assertThat(partner.status(MESSAGING).pendingAchievements()).isEqualTo(2);
    }

    @Test
    void different_people_fill_the_slots() {
        var law = new Requirement.DistinctPeople(
                List.of(Laws.each("MB6-890".toLowerCase()), Laws.each("mb6-892"), Laws.each("mb6-893")));

        var partner = inDeveloped().with("Ada", "mb6-890", "mb6-892", "mb6-893").with("Ben", "mb6-890");
        var proof = partner.proof(law);
        assertThat(proof.counted()).hasToString("2");
        assertThat(proof.missing()).hasToString("1");
        assertThat(proof.contributors()).hasSize(2);

        assertThat(partner.with("Cid", "mb6-890", "mb6-893").proof(law).met()).isTrue();
    }

    @Test
    void someone_moves_to_another_slot_when_only_he_can_fill_it() {
        var law = new Requirement.DistinctPeople(List.of(Laws.each("a"), Laws.each("b"), Laws.each("c")));

        for (var names : List.of(List.of("1", "2", "3"), List.of("3", "1", "2"), List.of("2", "3", "1"))) {
            var partner = inDeveloped()
                    .with(names.get(0), "a", "b", "c")
                    .with(names.get(1), "a", "b")
                    .with(names.get(2), "a");
            assertThat(partner.proof(law).met()).isTrue();
        }
    }
}
