package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.OptionStatus;
import io.partnercompetencies.rules.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue against tables that were written from the published requirements and not from the catalogue. On the last
 * day on which the retired exams are accepted: from then on nothing that is asked has changed.
 */
class BoundaryTest {

    private static final Instant AT = Instant.parse("2018-12-31T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T09:30:00Z");

    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    /** The boundary of one level, and what the catalogue asks there. */
    private record Subject(String competency, Boundary boundary, List<Requirement> leaves) {

        String name() {
            return competency + " / " + boundary.option() + " / " + boundary.level();
        }

        OptionStatus judge(Situation situation) {
            var law = CATALOGUE.competency(competency).orElseThrow().history().at(AT);
            return Evaluator.evaluate(law, situation.facts(CATALOGUE, AT), Moment.settled(AT))
                    .level(boundary.level())
                    .options()
                    .stream()
                    .filter(option -> option.option().equals(boundary.option()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void every_level_of_the_catalogue_has_its_boundary_and_no_other() {
        var asked = new TreeSet<String>();
        var written = new TreeSet<String>();
        for (var law : CATALOGUE.laws(AT)) {
            law.options()
                    .forEach(option -> option.levels()
                            .keySet()
                            .forEach(level -> asked.add(law.id() + " / " + option.id() + " / " + level)));
        }
        var files = Boundary.FOLDER.toFile().list();
        for (var file : files) {
            var competency = file.replace(".yaml", "");
            Boundary.of(competency)
                    .forEach(one -> written.add(competency + " / " + one.option() + " / " + one.level()));
        }

        assertThat(written).isEqualTo(asked);
        assertThat(files).hasSize(18);
        assertThat(asked).hasSize(49);
        assertThat(CATALOGUE.laws(LATER)).isEqualTo(CATALOGUE.laws(AT));
    }

    @TestFactory
    Stream<DynamicTest> boundaries() {
        return CATALOGUE.competencies().stream()
                .flatMap(competency -> Boundary.of(competency.id()).stream()
                        .map(one -> new Subject(competency.id(), one, leaves(competency, one))))
                .flatMap(BoundaryTest::tests);
    }

    private static List<Requirement> leaves(Competency competency, Boundary boundary) {
        var leaves = new ArrayList<Requirement>();
        for (var option : competency.history().at(AT).options()) {
            if (option.id().equals(boundary.option())) {
                option.levels().get(boundary.level()).forEach(node -> {
                    if (!(node instanceof Requirement.AllOf) && !(node instanceof Requirement.AnyOf)) {
                        leaves.add(node);
                    }
                });
            }
        }
        return leaves;
    }

    private static Stream<DynamicTest> tests(Subject subject) {
        var tests = new ArrayList<DynamicTest>();
        for (var situations : subject.boundary().meets()) {
            tests.add(dynamicTest(
                    subject.name() + " is just met: " + situations.get(0).name(),
                    () -> situations.forEach(situation -> isJustMet(subject, situation))));
        }
        for (var failing : subject.boundary().fails()) {
            tests.add(dynamicTest(subject.name() + " fails with " + failing.name(), () -> fails(subject, failing)));
        }
        tests.add(dynamicTest(
                subject.name() + " fails by every leaf",
                () -> new BoundaryCoverage(subject.boundary(), subject.leaves(), subject::judge).check()));
        return tests.stream();
    }

    private static void isJustMet(Subject subject, Situation situation) {
        assertThat(subject.judge(situation).met()).as(situation.name()).isTrue();
        for (var smaller : situation.smaller()) {
            assertThat(subject.judge(smaller).met()).as(smaller.name()).isFalse();
        }
    }

    private static void fails(Subject subject, Boundary.Failing failing) {
        for (int i = 0; i < failing.but().size(); i++) {
            var base = subject.judge(failing.base().get(i));
            var but = subject.judge(failing.but().get(i));
            assertThat(base.met()).isTrue();
            assertThat(but.met()).as(failing.but().get(i).name()).isFalse();
            assertThat(ProofLeaves.lost(base.proof(), but.proof()))
                    .as("leaves lost: " + failing.but().get(i).name())
                    .hasSize(1);
            assertThat(ProofLeaves.lost(but.proof(), base.proof())).isEmpty();
        }
    }
}
