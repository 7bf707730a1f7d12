package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for every requirement and every organisation, tried on generated ones. */
@PropertyDefaults(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
class EvaluatorPropertyTest {

    record Case(CompetencyLaw law, Facts facts, Moment moment) {

        CompetencyStatus status() {
            return Evaluator.evaluate(law, facts, moment);
        }

        Told told() {
            return Told.of(status());
        }

        Case with(List<Credit> credits, List<Figure> figures) {
            return new Case(
                    law,
                    new Facts(
                            facts.market(),
                            credits,
                            figures,
                            facts.attestations(),
                            facts.waivers(),
                            facts.credentials()),
                    moment);
        }

        Case with(List<Credit> credits) {
            return with(credits, facts.figures());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(GeneratedFacts.moments(), GeneratedLaws.competencies(), GeneratedFacts.facts())
                .as((moment, law, facts) -> new Case(law, facts.apply(moment), moment));
    }

    @Provide
    Arbitrary<Function<Moment, Credit>> credits() {
        return GeneratedFacts.credit();
    }

    @Property(tries = 100_000)
    void the_twin_says_the_same(@ForAll("cases") Case one) {
        var told = one.told();

        assertThat(told).isEqualTo(Twin.judge(one.law(), one.facts(), one.moment()));
        told.levels().forEach(level -> level.options().forEach(option -> collect(option.proof())));
        Statistics.label("nodes").coverage(coverage -> {
            for (var kind : Proof.Kind.values()) {
                coverage.check(kind + " met").percentage(share -> share > 0.5);
                coverage.check(kind + " not met").percentage(share -> share > 0.5);
            }
            coverage.check("bound by a tie").percentage(share -> share > 0.5);
            coverage.check("grows by what is pending").percentage(share -> share > 0.5);
        });
    }

    /** Keeps the generators honest: each kind of answer must be among the cases. */
    private static void collect(Told.Node node) {
        var nodes = Statistics.label("nodes");
        nodes.collect(node.kind() + (node.met() ? " met" : " not met"));
        if (node.kind() == Proof.Kind.PEOPLE
                && !node.met()
                && node.people().size() >= Integer.parseInt(node.required())) {
            nodes.collect("bound by a tie");
        }
        if (!node.pending().equals("0")) {
            nodes.collect("grows by what is pending");
        }
        if (node.children() != null) {
            node.children().forEach(EvaluatorPropertyTest::collect);
        }
    }

    @Property
    void one_more_achievement_never_lowers_a_level(
            @ForAll("cases") Case one, @ForAll("credits") Function<Moment, Credit> another) {
        var credits = new ArrayList<>(one.facts().credits());
        credits.add(another.apply(one.moment()));
        var before = one.status();
        var after = one.with(credits).status();

        for (var level : before.levels()) {
            var later = after.level(level.level());
            assertThat(!level.met() || later.met()).isTrue();
            assertThat(!level.started() || later.started()).isTrue();
            for (int i = 0; i < level.options().size(); i++) {
                var option = later.options().get(i);
                assertThat(!level.options().get(i).met() || option.met()).isTrue();
                assertThat(option.progress())
                        .isGreaterThanOrEqualTo(level.options().get(i).progress());
            }
        }
    }

    @Property
    void the_order_of_facts_does_not_matter(@ForAll("cases") Case one, @ForAll Random random) {
        var credits = new ArrayList<>(one.facts().credits());
        var figures = new ArrayList<>(one.facts().figures());
        Collections.shuffle(credits, random);
        Collections.shuffle(figures, random);

        assertThat(one.with(credits, figures).told()).isEqualTo(one.told());
    }

    @Property
    void an_achievement_that_goes_and_comes_back_changes_nothing(@ForAll("cases") Case one, @ForAll Random random) {
        var before = one.told();
        var credits = new ArrayList<>(one.facts().credits());
        if (!credits.isEmpty()) {
            var gone = credits.remove(random.nextInt(credits.size()));
            one.with(credits).status();
            credits.add(gone);
        }

        assertThat(one.with(credits).told()).isEqualTo(before);
    }

    @Property
    void who_the_people_are_does_not_matter(@ForAll("cases") Case one) {
        var others = one.facts().credits().stream()
                .map(credit -> heldBy(new UUID(-credit.userId().getLeastSignificantBits() * 31, 5), credit))
                .toList();

        assertThat(withoutPeople(one.with(others).told())).isEqualTo(withoutPeople(one.told()));
    }

    private static Credit heldBy(UUID user, Credit credit) {
        return new Credit(
                credit.achievementId(),
                user,
                credit.credential(),
                credit.type(),
                credit.fits(),
                credit.achievedAt(),
                credit.countsFrom(),
                credit.knownFrom(),
                credit.expiresAt(),
                credit.revokedAt(),
                credit.endedAt());
    }

    private static String withoutPeople(Told told) {
        return told.toString().replaceAll("people=\\[[^]]*]", "people");
    }

    @Property
    void progress_is_one_exactly_when_the_facts_meet_the_option(@ForAll("cases") Case one) {
        for (var level : one.status().levels()) {
            for (var option : level.options()) {
                assertThat(option.progress()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                assertThat(option.progress().compareTo(BigDecimal.ONE) == 0).isEqualTo(option.met());
            }
            assertThat(level.metBy() == MetBy.FACTS)
                    .isEqualTo(level.options().stream().anyMatch(OptionStatus::met));
        }
    }

    @Property
    void what_is_pending_is_what_counts_once_everything_is_counted(@ForAll("cases") Case one) {
        var counted = new Moment(one.moment().at(), one.moment().at().plus(Duration.ofDays(9)));
        var before = one.status();
        var after = Evaluator.evaluate(one.law(), one.facts(), counted);

        assertThat(after.pendingAchievements()).isZero();
        for (int i = 0; i < before.levels().size(); i++) {
            for (int k = 0; k < before.levels().get(i).options().size(); k++) {
                grows(
                        before.levels().get(i).options().get(k).proof(),
                        after.levels().get(i).options().get(k).proof());
            }
        }
    }

    private static void grows(Proof before, Proof after) {
        assertThat(after.pending()).isZero();
        // In a joint choice one clause may give people up to another one.
        assertThat(before.counted().add(before.pending()))
                .isEqualByComparingTo(after.counted().max(before.counted()));
        if (before.children() != null) {
            for (int i = 0; i < before.children().size(); i++) {
                grows(before.children().get(i), after.children().get(i));
            }
        }
    }
}
