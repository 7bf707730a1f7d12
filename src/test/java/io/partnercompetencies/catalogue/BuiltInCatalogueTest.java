package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Requirement.AllOf;
import io.partnercompetencies.rules.Requirement.AnyOf;
import io.partnercompetencies.rules.Requirement.People;
import io.partnercompetencies.rules.Requirement.Performance;
import io.partnercompetencies.rules.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant JULY_2017 = Instant.parse("2017-07-15T00:00:00Z");

    private final Catalogue catalogue = Catalogue.builtIn();

    private Requirement requirement(String competency, Level level, Instant at) {
        var options =
                catalogue.competency(competency).orElseThrow().history().at(at).options();
        assertThat(options).hasSize(1);
        return options.get(0).levels().get(level);
    }

    private static PersonClause all(String... credentials) {
        return new PersonClause.All(List.of(credentials).stream()
                .map(code -> (PersonClause) new PersonClause.Holds(code))
                .toList());
    }

    private static Requirement people(int count, PersonClause byExams, String certification) {
        return new AnyOf(List.of(new People(count, byExams), new People(count, new PersonClause.Holds(certification))));
    }

    @Test
    void messaging_asks_two_or_four_people_by_one_of_two_ways() {
        assertThat(requirement("messaging", Level.SILVER, NOW))
                .isEqualTo(new AllOf(List.of(people(2, all("70-347", "70-345"), "mcse-productivity"))));
        assertThat(requirement("messaging", Level.GOLD, NOW))
                .isEqualTo(new AllOf(List.of(people(4, all("70-347", "70-345"), "mcse-productivity"))));
    }

    private static Performance entitlements(int developed, int developing, String... associations) {
        return new Performance(
                "active-entitlements",
                Map.of(
                        Market.DEVELOPED, BigDecimal.valueOf(developed),
                        Market.DEVELOPING, BigDecimal.valueOf(developing)),
                Set.of("exchange-online", "sharepoint-online", "skype-for-business", "yammer", "office-proplus"),
                Set.of(associations),
                Span.LATEST_MONTH,
                null);
    }

    @Test
    void cloud_productivity_asks_entitlements_and_people() {
        var associations = new String[] {
            "delegated-admin", "transacting-partner", "digital-partner-of-record", "fast-track-partner"
        };
        assertThat(requirement("cloud-productivity", Level.SILVER, NOW))
                .isEqualTo(new AllOf(List.of(
                        entitlements(2000, 1000, associations),
                        people(1, all("70-346", "70-347"), "mcsa-office-365"))));
        assertThat(requirement("cloud-productivity", Level.GOLD, NOW))
                .isEqualTo(new AllOf(List.of(
                        entitlements(4000, 4000, associations),
                        people(2, all("70-346", "70-347"), "mcsa-office-365"))));
    }

    @Test
    void fast_track_partners_were_not_accepted_at_first() {
        assertThat(requirement("cloud-productivity", Level.SILVER, JULY_2017))
                .isEqualTo(new AllOf(List.of(
                        entitlements(2000, 1000, "delegated-admin", "transacting-partner", "digital-partner-of-record"),
                        people(1, all("70-346", "70-347"), "mcsa-office-365"))));
    }

    @Test
    void competencies_keep_the_catalogues_order() {
        assertThat(catalogue.competencies()).extracting(Competency::id).startsWith("messaging", "cloud-productivity");
        assertThat(catalogue.laws(NOW))
                .hasSameSizeAs(catalogue.competencies())
                .first()
                .satisfies(law -> assertThat(law.id()).isEqualTo("messaging"));
    }

    @Test
    void names_exist_in_the_languages_of_the_pages() {
        var names = catalogue.competency("messaging").orElseThrow().names();
        assertThat(names.in("en")).isEqualTo("Messaging");
        assertThat(names.in("es")).isEqualTo("Competencia de mensajes");
        assertThat(names.in("it")).isEqualTo("Competenza dei messaggi");
        assertThat(names.in("pt-BR")).isEqualTo("Competência Messaging");
        assertThat(names.in("zh-CN")).isEqualTo("消息能力");
        assertThat(names.in("ko")).isEqualTo("Messaging");
    }

    @Test
    void every_name_exists_in_the_five_languages() {
        var five = List.of("en", "es", "it", "pt-BR", "zh-CN");
        for (var competency : catalogue.competencies()) {
            assertThat(competency.names().byTag()).as(competency.id()).containsKeys(five.toArray(String[]::new));
            competency
                    .optionNames()
                    .forEach((option, names) ->
                            assertThat(names.byTag()).as(option).containsKeys(five.toArray(String[]::new)));
        }
    }

    @Test
    void credentials_are_found_in_any_case() {
        assertThat(catalogue.credentials().named("MCSE-Productivity").code()).isEqualTo("mcse-productivity");
        assertThat(catalogue.credentials().named("mcse-productivity").kind()).isEqualTo(Credential.Kind.CERTIFICATION);
        assertThat(catalogue.credentials().named("70-999")).isNull();
        assertThat(catalogue.credential("MCSE-Productivity")).isPresent();
        assertThat(catalogue.credential("70-347").orElseThrow().titles().in("es"))
                .isEqualTo("Habilitación de servicios de Office 365");
        assertThat(catalogue.credential("70-347").orElseThrow().titles().in("de"))
                .isEqualTo("Enabling Office 365 Services");
    }

    @Test
    void codes_of_performance_records_are_known() {
        assertThat(catalogue.metrics()).contains("active-entitlements");
        assertThat(catalogue.products()).contains("yammer");
        assertThat(catalogue.associations()).contains("fast-track-partner", "partner-of-record");
        assertThat(catalogue.namesProducts("active-entitlements")).isTrue();
        assertThat(catalogue.namesAssociations("active-entitlements")).isTrue();
        assertThat(catalogue.namesProducts("no such metric")).isFalse();
    }

    @Test
    void the_fingerprint_is_that_of_the_content() {
        assertThat(catalogue.fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(Catalogue.builtIn().fingerprint());
    }

    @Test
    void a_view_names_options_and_credentials_in_the_language_asked_for() {
        var view = new CompetencyViews(catalogue, "it", NOW)
                .show(catalogue.competency("messaging").orElseThrow());

        assertThat(view.name()).isEqualTo("Competenza dei messaggi");
        var option = view.options().get(0);
        assertThat(option.name()).isEqualTo("Opzione di partner di servizi ibridi");
        assertThat(option.levels())
                .extracting(CompetencyView.LevelView::level)
                .containsExactly(Level.SILVER, Level.GOLD);
        var byExams = option.levels()
                .get(0)
                .requirement()
                .children()
                .get(0)
                .children()
                .get(0);
        assertThat(byExams.count()).isEqualTo(2);
        assertThat(byExams.each().of())
                .extracting(RequirementView.ClauseView::title)
                .containsExactly(
                        "Abilitazione dei servizi di Office 365",
                        "Progettazione e distribuzione di Microsoft Exchange Server 2016");
    }

    @Test
    void a_view_tells_the_requirements_in_force_and_all_revisions() {
        var competency = catalogue.competency("cloud-productivity").orElseThrow();

        var view = new CompetencyViews(catalogue, "en", JULY_2017).show(competency);
        assertThat(view.options()).isEqualTo(view.revisions().get(0).options());
        assertThat(view.revisions()).hasSize(2);
        var performance = view.revisions()
                .get(1)
                .options()
                .get(0)
                .levels()
                .get(0)
                .requirement()
                .children()
                .get(0);
        assertThat(performance.associations()).contains("fast-track-partner");
        assertThat(performance.thresholds()).containsEntry(Market.DEVELOPING, BigDecimal.valueOf(1000));
        assertThat(performance.window()).isEqualTo(Span.LATEST_MONTH);
    }

    @Test
    void every_option_has_its_names() {
        for (var competency : catalogue.competencies()) {
            for (var revision : competency.history().revisions()) {
                assertThat(competency.optionNames().keySet())
                        .containsAll(
                                revision.options().stream().map(OptionLaw::id).toList());
            }
        }
    }
}
