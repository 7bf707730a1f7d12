package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.PersonClause.Holds;
import io.partnercompetencies.rules.Relation;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of requirement looks like in a file. */
class CatalogueFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @TempDir
    private Path directory;

    private CatalogueFixture catalogue;

    @BeforeEach
    void small() {
        catalogue = new CatalogueFixture(directory);
    }

    private Requirement read(String requirement) {
        return catalogue
                .silver(requirement)
                .read()
                .laws(NOW)
                .get(0)
                .options()
                .get(0)
                .levels()
                .get(Level.SILVER);
    }

    @Test
    void people_with_nested_clauses() {
        assertThat(read("{people: 3, each: {all: [70-1, {any: [70-1, mb2-1]}]}}"))
                .isEqualTo(new Requirement.People(
                        3,
                        new PersonClause.All(List.of(
                                new Holds("70-1"),
                                new PersonClause.Any(List.of(new Holds("70-1"), new Holds("MB2-1")))))));
    }

    @Test
    void groups_and_relations() {
        assertThat(read("{all: [{people: 2, each: 70-1, group: core},"
                        + " {people: 1, each: MB2-1, group: lead, relation: {to: core, is: subset}},"
                        + " {people: 1, each: 70-1, relation: {to: lead, is: same-or-different}}]}"))
                .isEqualTo(new Requirement.AllOf(List.of(
                        new Requirement.People(2, new Holds("70-1"), "core", null),
                        new Requirement.People(
                                1, new Holds("MB2-1"), "lead", new Relation("core", Relation.Tie.SUBSET)),
                        new Requirement.People(
                                1, new Holds("70-1"), null, new Relation("lead", Relation.Tie.SAME_OR_DIFFERENT)))));
    }

    @Test
    void distinct_people_and_attestations() {
        assertThat(read("{any: [{distinctPeople: [70-1, {any: [MB2-1]}]}, {attestation: reseller}]}"))
                .isEqualTo(new Requirement.AnyOf(List.of(
                        new Requirement.DistinctPeople(
                                List.of(new Holds("70-1"), new PersonClause.Any(List.of(new Holds("MB2-1"))))),
                        new Requirement.Attestation("reseller"))));
    }

    @Test
    void performance_with_everything() {
        assertThat(read("{performance: revenue, reach: {developed: 12.5}, products: [power-bi], associations: [csp],"
                        + " window: twelve-months, averagePerMonth: 4}"))
                .isEqualTo(new Requirement.Performance(
                        "revenue",
                        Map.of(Market.DEVELOPED, new BigDecimal("12.5")),
                        Set.of("power-bi"),
                        Set.of("csp"),
                        Span.TWELVE_MONTHS,
                        new BigDecimal("4")));
    }

    @Test
    void the_window_is_the_metrics_where_the_clause_names_none() {
        assertThat(read("{performance: new-customers, reach: {any: 4}}"))
                .isEqualTo(new Requirement.Performance(
                        "new-customers",
                        Map.of(Market.DEVELOPED, new BigDecimal("4"), Market.DEVELOPING, new BigDecimal("4")),
                        Set.of(),
                        Set.of(),
                        Span.TWELVE_MONTHS,
                        null));
    }

    @Test
    void revisions_in_any_order_and_one_that_offers_nothing() {
        var read = catalogue.revisions("""
                          - {effectiveFrom: 2017-09-01, options: []}
                          - {effectiveTo: 2017-09-01, options: [{option: only, gold: {attestation: reseller}}]}
                        """).read();

        assertThat(read.laws(Instant.parse("2017-08-31T23:59:59Z")).get(0).levels())
                .containsExactly(Level.GOLD);
        assertThat(read.laws(NOW).get(0).levels()).isEmpty();
        assertThat(read.histories().get(0).revisions().get(0).effectiveTo()).isEqualTo("2017-09-01");
    }

    @Test
    void a_revision_says_in_words_what_it_changed() {
        var competency = catalogue.revisions("""
                          - {effectiveTo: 2017-09-01, options: [{option: only, silver: {attestation: reseller}}]}
                          - effectiveFrom: 2017-09-01
                            change: {en: Gold instead of silver, es: Gold en vez de Silver}
                            options: [{option: only, gold: {attestation: reseller}}]
                        """).read().competencies().get(0);
        var revisions = competency.history().revisions();

        assertThat(competency.change(revisions.get(0), "es")).isNull();
        assertThat(competency.change(revisions.get(1), "es")).isEqualTo("Gold en vez de Silver");
        assertThat(competency.change(revisions.get(1), "de")).isEqualTo("Gold instead of silver");
    }

    @Test
    void a_credential_may_have_other_titles() {
        catalogue.write(
                "credentials.yaml", "credentials: [{code: 70-1, kind: exam, titles: {en: A}, aliases: [B, C]}]");

        assertThat(catalogue.read().credential("70-1").orElseThrow().aliases()).containsExactly("B", "C");
    }

    @Test
    void a_retired_credential_names_its_last_day() {
        assertThat(catalogue.read().credentials().named("mb2-1"))
                .isEqualTo(
                        new Credential("MB2-1", Credential.Kind.EXTERNAL_CERTIFICATION, LocalDate.parse("2018-12-31")));
    }

    @Test
    void another_content_has_another_fingerprint() {
        var before = catalogue.read().fingerprint();

        assertThat(catalogue.read().fingerprint()).isEqualTo(before);
        assertThat(catalogue.silver("{people: 2, each: 70-1}").read().fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void line_ends_do_not_change_the_fingerprint() {
        var unix = catalogue
                .write("index.yaml", "competencies:\n- tested\n")
                .read()
                .fingerprint();

        assertThat(catalogue
                        .write("index.yaml", "competencies:\r\n- tested\r\n")
                        .read()
                        .fingerprint())
                .isEqualTo(unix);
    }
}
