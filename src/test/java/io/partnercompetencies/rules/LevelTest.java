package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.CLOUD_PRODUCTIVITY;
import static io.partnercompetencies.rules.Laws.MESSAGING;
import static io.partnercompetencies.rules.Laws.all;
import static io.partnercompetencies.rules.Laws.any;
import static io.partnercompetencies.rules.Laws.each;
import static io.partnercompetencies.rules.Laws.people;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LevelTest {

    private static String progress(Partner partner, Requirement requirement) {
        return partner.silver(Laws.silver(requirement)).progress().toString();
    }

    @Test
    void progress_is_the_mean_of_all_and_the_greatest_of_any() {
        var half = people(2, each("a"));
        var third = people(3, each("a"));
        var partner = inDeveloped().with("Ada", "a");

        assertThat(progress(partner, half)).isEqualTo("0.5000");
        assertThat(progress(partner, third)).isEqualTo("0.3333");
        assertThat(progress(partner, any(third, half))).isEqualTo("0.5000");
        assertThat(progress(partner, any(half, third))).isEqualTo("0.5000");
        assertThat(progress(partner, all(half, third))).isEqualTo("0.4166");
        assertThat(progress(partner, all(third, third, third, people(1, each("b")))))
                .isEqualTo("0.2500");
    }

    @Test
    void progress_is_one_only_when_met() {
        var partner = inDeveloped().with("Ada", "a");
        var almost = new Requirement.Performance(
                "m",
                Laws.decimals(Map.of(Market.DEVELOPED, 1_000_000)),
                java.util.Set.of(),
                java.util.Set.of(),
                Span.LATEST_MONTH,
                null);

        assertThat(progress(partner, people(1, each("a")))).isEqualTo("1.0000");
        assertThat(progress(inDeveloped().figure("m", "", "", Partner.MONTH, false, 999_999), almost))
                .isEqualTo("0.9999");
    }

    @Test
    void too_much_of_one_thing_does_not_make_up_for_another() {
        var law = all(people(1, each("a")), people(1, each("b")));
        var partner = inDeveloped().with("Ada", "a").with("Ben", "a").with("Cid", "a");

        assertThat(progress(partner, law)).isEqualTo("0.5000");
    }

    @Test
    void revenue_below_zero_is_no_progress() {
        var law = new Requirement.Performance(
                "m",
                Laws.decimals(Map.of(Market.DEVELOPED, 100)),
                java.util.Set.of(),
                java.util.Set.of(),
                Span.LATEST_MONTH,
                null);
        var partner = inDeveloped().figure("m", "", "", Partner.MONTH, false, -50);

        assertThat(progress(partner, law)).isEqualTo("0.0000");
        assertThat(partner.proof(law).missing()).hasToString("150");
    }

    private static CompetencyLaw options(Requirement first, Requirement second) {
        return Laws.competency(
                "tested",
                new OptionLaw("first", Map.of(Level.SILVER, first)),
                new OptionLaw("second", Map.of(Level.SILVER, second)));
    }

    @Test
    void the_nearest_option_has_the_greatest_progress() {
        var law = options(people(3, each("a")), people(2, each("a")));

        var status = inDeveloped().with("Ada", "a").silver(law);
        assertThat(status.option()).isEqualTo("second");
        assertThat(status.progress()).hasToString("0.5000");
        assertThat(status.options()).extracting(OptionStatus::option).containsExactly("first", "second");
    }

    @Test
    void among_equally_near_options_the_first_is_named() {
        var law = options(people(2, each("a")), people(2, each("b")));

        assertThat(inDeveloped().silver(law).option()).isEqualTo("first");
    }

    @Test
    void one_option_attains_the_level() {
        var law = options(people(9, each("a")), people(1, each("a")));

        var status = inDeveloped().with("Ada", "a").silver(law);
        assertThat(status.met()).isTrue();
        assertThat(status.option()).isEqualTo("second");
    }

    @Test
    void gold_does_not_imply_silver() {
        var law = Laws.competency(
                "tested",
                new OptionLaw("only", Map.of(Level.SILVER, people(1, each("a")), Level.GOLD, people(1, each("b")))));

        var partner = inDeveloped().with("Ada", "b");
        assertThat(partner.gold(law).met()).isTrue();
        assertThat(partner.silver(law).met()).isFalse();
    }

    @Test
    void a_level_without_an_option_is_absent() {
        var law = Laws.competency("tested", new OptionLaw("only", Map.of(Level.GOLD, people(1, each("a")))));

        assertThat(inDeveloped().status(law).levels())
                .extracting(LevelStatus::level)
                .containsExactly(Level.GOLD);
        assertThat(inDeveloped().status(Laws.competency("empty")).levels()).isEmpty();
    }

    @Test
    void silver_stands_before_gold() {
        assertThat(inDeveloped().status(MESSAGING).levels())
                .extracting(LevelStatus::level)
                .containsExactly(Level.SILVER, Level.GOLD);
    }

    @Test
    void started_is_what_names_something_that_counts() {
        assertThat(inDeveloped().silver(MESSAGING).started()).isFalse();
        assertThat(inDeveloped().with("Ada", "70-345").silver(MESSAGING).started())
                .isTrue();
        assertThat(inDeveloped().with("Ada", "70-346").silver(MESSAGING).started())
                .isFalse();
        assertThat(inDeveloped().pending("Ada", "70-345").silver(MESSAGING).started())
                .isFalse();
        assertThat(inDeveloped().entitlements(1).silver(CLOUD_PRODUCTIVITY).started())
                .isTrue();
        assertThat(inDeveloped().entitlements(0).silver(CLOUD_PRODUCTIVITY).started())
                .isFalse();
        var attested = Laws.silver(new Requirement.Attestation("reseller"));
        assertThat(inDeveloped().attested("reseller").silver(attested).started())
                .isTrue();
        assertThat(inDeveloped().silver(attested).started()).isFalse();
    }

    private static Waiver waiver(MetBy by, String until) {
        return new Waiver(
                new UUID(8, by.ordinal()),
                by,
                "messaging",
                Level.SILVER,
                "A reason.",
                NOW.minusSeconds(9),
                Instant.parse(until));
    }

    @Test
    void an_override_makes_a_level_met_until_it_ends() {
        var running = inDeveloped().waived(waiver(MetBy.OVERRIDE, "2026-11-21T09:30:00.001Z"));
        assertThat(running.silver(MESSAGING).met()).isTrue();
        assertThat(running.silver(MESSAGING).metBy()).isEqualTo(MetBy.OVERRIDE);
        assertThat(running.silver(MESSAGING).progress()).hasToString("0.0000");
        assertThat(running.silver(MESSAGING).waivers())
                .isEqualTo(running.facts().waivers());
        assertThat(running.gold(MESSAGING).waivers()).isEmpty();
        assertThat(running.gold(MESSAGING).met()).isFalse();
        assertThat(running.silver(CLOUD_PRODUCTIVITY).met()).isFalse();

        var ended = inDeveloped().waived(waiver(MetBy.OVERRIDE, "2026-11-21T09:30:00Z"));
        assertThat(ended.silver(MESSAGING).met()).isFalse();
        assertThat(ended.silver(MESSAGING).metBy()).isNull();
    }

    @Test
    void facts_come_before_overrides_and_overrides_before_exemptions() {
        var partner = inDeveloped()
                .waived(waiver(MetBy.EXEMPTION, "2027-01-01T00:00:00Z"))
                .waived(waiver(MetBy.OVERRIDE, "2027-01-01T00:00:00Z"));
        assertThat(partner.silver(MESSAGING).metBy()).isEqualTo(MetBy.OVERRIDE);

        partner.with("Ada", "mcse-productivity").with("Ben", "mcse-productivity");
        assertThat(partner.silver(MESSAGING).metBy()).isEqualTo(MetBy.FACTS);
        assertThat(partner.silver(MESSAGING).waivers())
                .extracting(Waiver::by)
                .containsExactly(MetBy.OVERRIDE, MetBy.EXEMPTION);
    }

    @Test
    void an_evaluator_answers_for_several_competencies() {
        var partner = inDeveloped().with("Ada", "70-347", "70-345");

        var statuses =
                Evaluator.evaluateAll(List.of(MESSAGING, CLOUD_PRODUCTIVITY), partner.facts(), Moment.settled(NOW));
        assertThat(statuses).containsExactly(partner.status(MESSAGING), partner.status(CLOUD_PRODUCTIVITY));
    }
}
