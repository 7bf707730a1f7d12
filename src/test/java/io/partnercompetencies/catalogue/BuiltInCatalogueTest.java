package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.CompetencyLaw;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
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
    void competencies_keep_the_catalogues_order() {
        var order = List.of(
                "messaging",
                "cloud-productivity",
                "application-development",
                "application-integration",
                "cloud-business-applications",
                "cloud-customer-relationship-management",
                "cloud-platform",
                "collaboration-and-content",
                "communications",
                "data-analytics",
                "data-platform",
                "datacenter",
                "devops",
                "enterprise-mobility-management",
                "enterprise-resource-planning",
                "project-and-portfolio-management",
                "small-and-midmarket-cloud-solutions",
                "windows-and-devices");
        assertThat(catalogue.competencies()).extracting(Competency::id).containsExactlyElementsOf(order);
        assertThat(catalogue.laws(NOW)).extracting(CompetencyLaw::id).containsExactlyElementsOf(order);
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
    void every_name_exists_in_nine_languages() {
        for (var competency : catalogue.competencies()) {
            assertThat(competency.names().byTag()).as(competency.id()).hasSize(9);
            competency
                    .optionNames()
                    .forEach((option, names) ->
                            assertThat(names.byTag()).as(option).hasSize(9));
        }
    }

    @Test
    void it_holds_everything_that_was_published() {
        var options = catalogue.laws(NOW).stream()
                .flatMap(law -> law.options().stream())
                .toList();

        assertThat(catalogue.competencies()).hasSize(18);
        assertThat(options).hasSize(25);
        assertThat(options.stream().mapToInt(option -> option.levels().size()).sum())
                .isEqualTo(49);
        assertThat(catalogue.allCredentials()).hasSize(106);
    }

    @Test
    void every_credential_is_asked_for_by_some_revision() {
        var named = new HashSet<String>();
        catalogue.histories().stream()
                .flatMap(history -> history.revisions().stream())
                .flatMap(revision -> revision.options().stream())
                .flatMap(option -> option.levels().values().stream())
                .forEach(requirement -> requirement.forEachCredential(named::add));

        assertThat(catalogue.allCredentials())
                .extracting(CatalogueCredential::code)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void retired_exams_count_to_the_end_of_2018_where_a_page_says_so_and_for_ever_otherwise() {
        assertThat(catalogue.allCredentials().stream()
                        .filter(one -> one.credential().acceptedUntil() != null)
                        .toList())
                .allSatisfy(one -> assertThat(one.credential().acceptedUntil()).isEqualTo("2018-12-31"))
                .extracting(CatalogueCredential::code)
                .containsExactlyInAnyOrder(
                        "70-534", "70-246", "70-247", "MB2-709", "MB6-705", "MB6-890", "MB6-892", "MB6-893");
        assertThat(catalogue.credentials().named("70-354").acceptedUntil()).isNull();
    }

    @Test
    void an_exam_keeps_the_titles_of_all_pages() {
        assertThat(catalogue.credential("70-347").orElseThrow().aliases())
                .containsExactly("Enabling Services for Microsoft Office 365", "Enabling Office 365 services");
    }

    @Test
    void an_exam_may_serve_several_competencies() {
        assertThat(catalogue.competenciesByCredential(NOW).get("70-347"))
                .containsExactly(
                        "messaging",
                        "cloud-productivity",
                        "collaboration-and-content",
                        "small-and-midmarket-cloud-solutions",
                        "windows-and-devices");
        assertThat(catalogue.competenciesByCredential(NOW)).doesNotContainKey("70-734");
        assertThat(catalogue.competenciesByCredential(JULY_2017).get("70-734")).containsExactly("windows-and-devices");
    }

    /** A folder can be listed, a package cannot: this finds a file that the index forgot. */
    @Test
    void the_package_holds_every_file_of_the_folder() {
        assertThat(Catalogue.in(Path.of("src", "main", "resources", "catalogue"))
                        .fingerprint())
                .isEqualTo(catalogue.fingerprint());
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
