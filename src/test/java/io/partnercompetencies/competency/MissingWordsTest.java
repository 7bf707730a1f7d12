package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Relation;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Span;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sentences about a level that is not met look like. */
@QuarkusTest
class MissingWordsTest {

    private static final Moment NOW = Moment.settled(Instant.parse("2026-11-21T09:30:00Z"));

    @Inject
    Catalogue catalogue;

    @Inject
    MissingWords words;

    private static final Map<Language, String> PEOPLE =
            Map.of(Language.EN, "persons", Language.ES, "personas", Language.IT, "persone", Language.PT_BR, "pessoas");

    @Test
    void one_is_singular_and_two_are_plural() {
        for (var language : PEOPLE.keySet()) {
            assertThat(sentence(language, people(1, holds("70-347")))).doesNotContain(PEOPLE.get(language));
            assertThat(sentence(language, people(2, holds("70-347")))).contains(PEOPLE.get(language));
        }
        assertThat(sentence(Language.EN, devices("1"))).startsWith("1 more shipped device (");
        assertThat(sentence(Language.EN, devices("0.5"))).startsWith("0.5 more shipped devices (");
        assertThat(sentence(Language.PT_BR, devices("1.5"))).startsWith("Mais 1,5 dispositivo enviado (");
    }

    private static Requirement devices(String threshold) {
        return figure("devices-shipped", threshold, Set.of(), null);
    }

    private static Requirement figure(String metric, String threshold, Set<String> products, BigDecimal average) {
        var reach = new BigDecimal(threshold);
        return new Requirement.Performance(
                metric, Map.of(Market.DEVELOPED, reach), products, Set.of(), Span.TWELVE_MONTHS, average);
    }

    @Test
    void figures_are_written_as_the_language_writes_them() {
        var clause = figure("azure-consumption", "12500", Set.of("yammer", "my-own", "exchange-online"), null);

        assertThat(sentence(Language.EN, clause))
                .isEqualTo(
                        "USD 12,500 more Azure consumption (0 of 12,500 so far) for Exchange Online, my-own or Yammer,"
                                + " in the months from 2025-12 to 2026-11");
        assertThat(sentence(Language.IT, clause))
                .startsWith("Ancora 12.500 USD di consumo di Azure (finora 0 su 12.500)");
        assertThat(sentence(Language.ES, clause)).startsWith("12.500 USD más de consumo de Azure");
        assertThat(sentence(Language.ES, figure("azure-consumption", "9999", Set.of(), null)))
                .startsWith("9999 USD más de consumo de Azure");
        assertThat(sentence(Language.ZH_CN, clause)).contains("Exchange Online、my-own 或 Yammer");
    }

    @Test
    void an_average_is_told_beside_the_sum() {
        assertThat(sentence(Language.EN, figure("devices-shipped", "52", Set.of(), BigDecimal.valueOf(4))))
                .endsWith(", at an average of at least 4 a month");
    }

    @Test
    void a_metric_without_a_threshold_for_the_market_cannot_be_met() {
        var facts = new Facts(Market.DEVELOPING, List.of(), List.of(), List.of(), List.of(), catalogue.credentials());

        assertThat(words.of(status(facts, devices("52")), NOW.at(), Language.EN))
                .containsExactly(
                        "This option cannot be met in your market: it has no threshold for shipped devices there");
    }

    @Test
    void exams_go_by_code_and_certifications_by_title_and_groups_stand_in_brackets() {
        var clause = new PersonClause.Any(
                List.of(new PersonClause.All(List.of(holds("70-347"), holds("70-345"))), holds("mcse-productivity")));

        assertThat(sentence(Language.EN, people(1, clause)))
                .isEqualTo("1 more person with (70-347 and 70-345) or MCSE: Productivity");
        assertThat(sentence(Language.ES, people(2, clause)))
                .isEqualTo("2 personas más con (70-347 y 70-345) o MCSE: Productividad");
        assertThat(sentence(Language.JA, people(2, clause))).endsWith("MCSE: Productivity");
    }

    @Test
    void alternatives_are_told_in_one_sentence() {
        var either = new Requirement.AnyOf(List.of(
                people(2, new PersonClause.All(List.of(holds("70-347"), holds("70-345")))),
                new Requirement.AllOf(List.of(people(2, holds("mcse-productivity")), devices("3")))));

        assertThat(sentence(Language.EN, either))
                .startsWith("2 more persons with 70-347 and 70-345, or (2 more persons with MCSE: Productivity,"
                        + " and also 3 more shipped devices");
    }

    @Test
    void what_is_not_accepted_any_more_is_not_advised_where_something_else_is() {
        var retired = holds("70-246");
        var either = new PersonClause.Any(List.of(retired, holds("70-347")));

        assertThat(sentence(Language.EN, people(1, either))).isEqualTo("1 more person with 70-347");
        assertThat(sentence(Language.EN, new Requirement.AnyOf(List.of(people(1, retired), people(2, either)))))
                .isEqualTo("2 more persons with 70-347");
        assertThat(sentence(Language.EN, people(1, new PersonClause.All(List.of(holds("70-345"), either)))))
                .isEqualTo("1 more person with 70-345 and 70-347");
        assertThat(sentence(Language.EN, people(1, retired))).isEqualTo("1 more person with 70-246");
        assertThat(words.of(status(facts(), people(1, either)), Instant.parse("2018-12-31T23:59:59Z"), Language.EN))
                .containsExactly("1 more person with 70-246 or 70-347");
    }

    private static Requirement tied(Relation.Tie tie, int count, int more) {
        return new Requirement.AllOf(List.of(
                new Requirement.People(count, holds("70-347"), "core", null),
                new Requirement.People(more, holds("70-345"), null, new Relation("core", tie))));
    }

    @Test
    void ties_say_whom_they_bind() {
        assertThat(sentences(Language.EN, tied(Relation.Tie.SUBSET, 4, 2)))
                .containsExactly(
                        "4 more persons with 70-347", "2 more of the 4 persons with 70-347 must also have 70-345");
        assertThat(sentences(Language.EN, tied(Relation.Tie.SUBSET, 1, 1)).get(1))
                .isEqualTo("The person with 70-347 must also have 70-345");
        assertThat(sentences(Language.EN, tied(Relation.Tie.DISJOINT, 2, 1)).get(1))
                .isEqualTo("1 more person with 70-345, other than the 2 with 70-347");
        assertThat(sentences(Language.EN, tied(Relation.Tie.SAME_OR_DIFFERENT, 2, 5))
                        .get(1))
                .isEqualTo("5 more persons with 70-345, who may also be among those with 70-347");
    }

    @Test
    void every_tie_is_told_in_every_language() {
        for (var language : Language.values()) {
            for (var tie : Relation.Tie.values()) {
                for (int count : new int[] {1, 2}) {
                    assertThat(sentences(language, tied(tie, count, count)).get(1))
                            .contains("70-345", "70-347")
                            .doesNotContain("{", "missing.");
                }
            }
        }
    }

    @Test
    void distinct_people_are_told_with_what_nobody_has() {
        var five = new Requirement.DistinctPeople(List.of(holds("70-347"), holds("70-345"), holds("70-346")));
        var facts = facts(credit(NOW.at(), "70-347"));

        assertThat(words.of(status(facts, five), NOW.at(), Language.EN))
                .containsExactly("A different person for each of 70-347, 70-345 and 70-346 (1 of 3 so far);"
                        + " nobody has 70-345 or 70-346 yet");
    }

    @Test
    void an_attestation_is_told_by_its_name() {
        assertThat(sentence(Language.EN, new Requirement.Attestation("surface-hub-authorised-device-reseller")))
                .isEqualTo(
                        "The status of authorised Surface Hub device reseller, which is granted outside the programme");
        assertThat(sentence(Language.EN, new Requirement.Attestation("another")))
                .contains("another");
    }

    @Test
    void what_is_pending_is_told_with_the_first_full_minute_at_which_it_counts() {
        var soon = facts(credit(NOW.at().plusSeconds(61), "70-347"));

        assertThat(words.of(status(soon, people(1, holds("70-347"))), NOW.at(), Language.EN))
                .containsExactly(
                        "1 more person with 70-347; what is missing is pending already and will count from 2026-11-21 09:32 UTC");
        assertThat(words.of(status(soon, people(3, holds("70-347"))), NOW.at(), Language.EN))
                .containsExactly("3 more persons with 70-347; 1 of this is pending already");
        for (var language : Language.values()) {
            assertThat(words.of(status(soon, people(1, holds("70-347"))), NOW.at(), language)
                            .get(0))
                    .contains("2026-11-21 09:32 UTC");
        }
    }

    private static PersonClause holds(String credential) {
        return new PersonClause.Holds(credential);
    }

    private static Requirement people(int count, PersonClause each) {
        return new Requirement.People(count, each);
    }

    private static Credit credit(Instant countsFrom, String exam) {
        var before = NOW.at().minusSeconds(999);
        return new Credit(
                new UUID(7, 1),
                new UUID(7, 2),
                exam,
                AchievementType.EXAM,
                true,
                before,
                countsFrom,
                before,
                null,
                null,
                null);
    }

    private Facts facts(Credit... credits) {
        return new Facts(Market.DEVELOPED, List.of(credits), List.of(), List.of(), List.of(), catalogue.credentials());
    }

    private LevelStatus status(Facts facts, Requirement requirement) {
        var law = new CompetencyLaw("tested", List.of(new OptionLaw("only", Map.of(Level.SILVER, requirement))));
        return Evaluator.evaluate(law, facts, NOW).level(Level.SILVER);
    }

    private List<String> sentences(Language language, Requirement requirement) {
        return words.of(status(facts(), requirement), NOW.at(), language);
    }

    private String sentence(Language language, Requirement requirement) {
        var sentences = sentences(language, requirement);
        assertThat(sentences).hasSize(1);
        return sentences.get(0);
    }
}
