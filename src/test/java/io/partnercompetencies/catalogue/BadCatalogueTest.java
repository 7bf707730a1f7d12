package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadCatalogueTest {

    private static final String FILE = "competencies/tested.yaml: ";
    private static final String SILVER = FILE + "revisions[0].options[0].silver";

    @TempDir
    private Path directory;

    private CatalogueFixture catalogue;

    @BeforeEach
    void rightAtFirst() {
        catalogue = new CatalogueFixture(directory);
    }

    private void refuses(String requirement, String finding) {
        assertThat(catalogue.silver(requirement).refusal().findings()).containsExactly(finding);
    }

    @Test
    void a_small_catalogue_is_read() {
        assertThat(catalogue.read().competencies()).hasSize(1);
    }

    @Test
    void an_unknown_credential_is_found() {
        refuses("{people: 1, each: {any: [70-1, 70-2]}}", SILVER + ".each.any[1]: unknown credential 70-2");
        refuses("{distinctPeople: [70-1, 70-3]}", SILVER + ".distinctPeople[1]: unknown credential 70-3");
    }

    @Test
    void a_relation_to_a_missing_group_is_found() {
        refuses(
                "{all: [{people: 1, each: 70-1, group: core},"
                        + " {people: 1, each: 70-1, relation: {to: cor, is: subset}}]}",
                SILVER + ".all[1].relation: no earlier clause of the same all names the group cor");
        refuses(
                "{people: 1, each: 70-1, relation: {to: core, is: disjoint}}",
                SILVER + ".relation: no earlier clause of the same all names the group core");
    }

    @Test
    void a_relation_to_a_later_group_or_one_of_another_all_is_found() {
        refuses(
                "{all: [{people: 1, each: 70-1, relation: {to: core, is: subset}},"
                        + " {people: 1, each: 70-1, group: core}]}",
                SILVER + ".all[0].relation: no earlier clause of the same all names the group core");
        refuses(
                "{all: [{people: 1, each: 70-1, group: core},"
                        + " {any: [{people: 1, each: 70-1, relation: {to: core, is: subset}}]}]}",
                SILVER + ".all[1].any[0].relation: no earlier clause of the same all names the group core");
    }

    @Test
    void an_unknown_tie_is_found() {
        refuses(
                "{all: [{people: 1, each: 70-1, group: core},"
                        + " {people: 1, each: 70-1, relation: {to: core, is: same}}]}",
                SILVER + ".all[1].relation.is: expected one of subset, disjoint, same-or-different");
    }

    @Test
    void ties_too_large_for_an_exact_answer_are_found() {
        refuses(
                "{all: [{people: 200, each: 70-1, group: core},"
                        + " {people: 200, each: 70-1, relation: {to: core, is: disjoint}}]}",
                SILVER + ": the tied clauses are too many, or ask for too many people, to be decided exactly");
    }

    @Test
    void overlapping_revisions_are_found() {
        var refusal = catalogue.revisions("""
                          - {effectiveTo: 2017-10-01, options: [{option: only, gold: {attestation: reseller}}]}
                          - {effectiveFrom: 2017-09-01, options: []}
                        """).refusal();

        assertThat(refusal.findings())
                .containsExactly(FILE + "revisions: overlapping revisions: … to 2017-10-01 and 2017-09-01 to …");
    }

    @Test
    void a_revision_that_ends_before_it_begins_is_found() {
        var refusal = catalogue.revisions("""
                          - effectiveFrom: 2018-01-01
                            effectiveTo: 2018-01-01
                            options: [{option: only, gold: {attestation: reseller}}]
                        """).refusal();

        assertThat(refusal.findings()).containsExactly(FILE + "revisions[0]: effectiveTo must lie after effectiveFrom");
    }

    @Test
    void a_gap_that_nobody_meant_is_found() {
        var refusal = catalogue.revisions("""
                          - {effectiveFrom: 2018-01-01, options: [{option: only, gold: {attestation: reseller}}]}
                          - {effectiveTo: 2017-10-01, options: []}
                        """).refusal();

        assertThat(refusal.findings())
                .containsExactly(FILE + "revisions: a gap: nothing is in force from 2017-10-01 to 2018-01-01;"
                        + " where that is meant, a revision with options: [] says so");
        assertThat(catalogue
                        .competency("options: {}\nrevisions: []\n")
                        .refusal()
                        .findings())
                .containsExactly(FILE + "revisions: an empty list");
    }

    @Test
    void a_change_of_nothing_is_found() {
        assertThat(catalogue
                        .revisions("  - {change: {en: New}, options: [{option: only, gold: {attestation: reseller}}]}")
                        .refusal()
                        .findings())
                .containsExactly(FILE
                        + "revisions[0].change: without effectiveFrom there is no earlier revision that it changes");
    }

    @Test
    void a_revision_that_cannot_be_dated_is_no_overlap_and_no_gap() {
        var refusal = catalogue.revisions("""
                          - {effectiveTo: 2017-09-01, options: [{option: only, gold: {attestation: reseller}}]}
                          - {effectiveFrom: 2017-09, effectiveTo: 2017-11-01, options: []}
                          - {effectiveFrom: 2017-11-01, options: []}
                        """).refusal();

        assertThat(refusal.findings())
                .containsExactly(FILE + "revisions[1].effectiveFrom: expected a date such as 2017-09-01");
    }

    @Test
    void options_that_cannot_be_read_make_no_other_finding() {
        assertThat(catalogue
                        .competency(
                                "options: [only]\nrevisions: [{options: [{option: only, gold: {attestation: reseller}}]}]\n")
                        .refusal()
                        .findings())
                .containsExactly(FILE + "options: expected keys with values");
    }

    @Test
    void dates_that_are_none_are_found() {
        for (var date : new String[] {"2017-9-1", "2017-02-30", "+12017-01-01", "soon", "[2017-09-01]", "2017"}) {
            assertThat(catalogue
                            .revisions("  - {effectiveFrom: " + date
                                    + ", options: [{option: only, gold: {attestation: reseller}}]}")
                            .refusal()
                            .findings())
                    .singleElement()
                    .asString()
                    .startsWith(FILE + "revisions[0].effectiveFrom: expected a ");
        }
    }

    @Test
    void a_threshold_without_a_market_is_found() {
        refuses(
                "{performance: revenue, reach: {}}",
                SILVER + ".reach: a threshold without a market: expected developed, developing or any");
        refuses("{performance: revenue, reach: 2000}", SILVER + ".reach: expected keys with values");
        refuses("{performance: revenue}", SILVER + ": the key reach is missing");
        refuses(
                "{performance: revenue, reach: {any: 1, developed: 2}}",
                SILVER + ".reach: any stands for both markets and beside neither");
        refuses(
                "{performance: revenue, reach: {any: 1, emerging: 2}}",
                SILVER + ".reach.emerging: unknown key; known here: developed, developing, any");
    }

    @Test
    void unknown_codes_are_found() {
        refuses("{performance: profit, reach: {any: 1}}", SILVER + ".performance: unknown metric profit");
        refuses(
                "{performance: revenue, reach: {any: 1}, products: [word]}",
                SILVER + ".products[0]: unknown product word");
        refuses(
                "{performance: revenue, reach: {any: 1}, associations: [friend]}",
                SILVER + ".associations[0]: unknown association friend");
        refuses("{attestation: knighthood}", SILVER + ".attestation: unknown attestation knighthood");
    }

    @Test
    void duplicates_are_found() {
        catalogue.write("index.yaml", "competencies: [tested, Tested]");
        catalogue.write("competencies/Tested.yaml", "");
        assertThat(catalogue.refusal().findings()).contains("index.yaml: competencies[1]: duplicate: Tested");

        catalogue.delete("competencies/Tested.yaml");
        catalogue = new CatalogueFixture(directory);
        catalogue.write("credentials.yaml", """
                credentials:
                  - {code: 70-1, kind: exam, titles: {en: First}}
                  - {code: mb-1, kind: exam, titles: {en: Second}}
                  - {code: MB-1, kind: exam, titles: {en: Second}}
                """);
        assertThat(catalogue.refusal().findings())
                .containsExactly("credentials.yaml: credentials[2].code: duplicate: MB-1");
    }

    @Test
    void an_option_twice_and_a_group_twice_are_found() {
        assertThat(catalogue
                        .revisions("  - options: [{option: only, gold: {attestation: reseller}},"
                                + " {option: only, gold: {attestation: reseller}}]")
                        .refusal()
                        .findings())
                .containsExactly(FILE + "revisions[0].options[1].option: duplicate: only");
        refuses(
                "{all: [{people: 1, each: 70-1, group: core}, {people: 1, each: 70-1, group: core}]}",
                SILVER + ".all[1].group: duplicate: the group core");
    }

    @Test
    void counts_and_thresholds_of_nothing_are_found() {
        refuses("{people: 0, each: 70-1}", SILVER + ".people: must be at least 1");
        refuses("{people: -2, each: 70-1}", SILVER + ".people: must be at least 1");
        refuses("{people: 1.5, each: 70-1}", SILVER + ".people: expected a whole number");
        refuses("{performance: revenue, reach: {any: 0}}", SILVER + ".reach.any: must be greater than 0");
        refuses("{performance: revenue, reach: {any: 1e400}}", SILVER + ".reach.any: expected a number");
        refuses("{performance: revenue, reach: {any: '5'}}", SILVER + ".reach.any: expected a number");
        refuses("{distinctPeople: []}", SILVER + ".distinctPeople: an empty list");
    }

    @Test
    void unknown_keys_are_found() {
        refuses(
                "{people: 1, each: 70-1, note: hello}",
                SILVER + ".note: unknown key; known here: people, each, group, relation");
        refuses(
                "{persons: 1}",
                SILVER + ": expected one of all, any, people, distinctPeople, performance, attestation");
    }

    @Test
    void an_alias_that_is_a_code_or_says_nothing_new_is_found() {
        catalogue.write("credentials.yaml", """
                credentials:
                  - {code: 70-1, kind: exam, titles: {en: First}, aliases: [mb2-1, First, Prime, prime]}
                  - {code: MB2-1, kind: exam, titles: {en: Second}, aliases: []}
                """);

        assertThat(catalogue.refusal().findings())
                .containsExactlyInAnyOrder(
                        "credentials.yaml: credentials[0].aliases[0]: the alias is the code of a credential: mb2-1",
                        "credentials.yaml: credentials[0].aliases[1]: the alias is the title itself",
                        "credentials.yaml: credentials[0].aliases[3]: duplicate: prime",
                        "credentials.yaml: credentials[1].aliases: an empty list");

        catalogue.write(
                "credentials.yaml", "credentials: [{code: 70-1, kind: exam, titles: {en: First}, aliases: Second}]");
        assertThat(catalogue.silver("{people: 1, each: 70-2}").refusal().findings())
                .containsExactly(
                        "credentials.yaml: credentials[0].aliases: expected a list",
                        SILVER + ".each: unknown credential 70-2");
    }

    @Test
    void codes_that_no_address_can_carry_are_found() {
        catalogue.write("credentials.yaml", "credentials: [{code: 70/1, kind: exam, titles: {en: First}}]");
        assertThat(catalogue.refusal().findings())
                .contains("credentials.yaml: credentials[0].code: expected a code of letters, digits and hyphens");

        catalogue = new CatalogueFixture(directory);
        catalogue.write("index.yaml", "competencies: [tested, ../tested]");
        assertThat(catalogue.refusal().findings())
                .containsExactly("index.yaml: competencies[1]: expected a code of letters, digits and hyphens");
    }

    @Test
    void options_that_differ_in_case_only_are_found() {
        var option = "{option: only, gold: {attestation: reseller}}, {option: Only, gold: {attestation: reseller}}";
        assertThat(catalogue
                        .competency("options: {only: {names: {en: A}}, Only: {names: {en: B}}}\n"
                                + "revisions: [{options: [" + option + "]}]\n")
                        .refusal()
                        .findings())
                .containsExactly(
                        FILE + "options.Only: duplicate: Only",
                        FILE + "revisions[0].options[1].option: duplicate: Only");
    }

    @Test
    void a_file_that_the_index_forgot_is_found() {
        catalogue.write("competencies/forgotten.yaml", "id: forgotten");

        assertThat(catalogue.refusal().findings())
                .containsExactly("competencies/forgotten.yaml: index.yaml does not name it");
    }

    @Test
    void a_file_that_cannot_be_read_does_not_hide_the_others() throws IOException {
        Files.write(directory.resolve("codes.yaml"), new byte[] {(byte) 0xff, 'a'});
        Files.delete(directory.resolve("credentials.yaml"));
        Files.createDirectory(directory.resolve("credentials.yaml"));

        assertThat(catalogue.silver("{people: 0, each: unknown}").refusal().findings())
                .containsExactly(
                        "codes.yaml: it is not written in UTF-8",
                        "credentials.yaml: it cannot be read: Is a directory",
                        SILVER + ".people: must be at least 1");
    }

    @Test
    void a_folder_that_is_not_there_is_found() {
        var nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> Catalogue.in(nowhere))
                .isInstanceOf(BadCatalogue.class)
                .hasMessage(
                        "The catalogue in " + nowhere.toAbsolutePath() + " has 1 error:\n  there is no such directory");
    }

    @Test
    void a_second_document_in_a_file_is_found() {
        catalogue.write("index.yaml", "competencies: [tested]\n---\ncompetencies: []\n");

        assertThat(catalogue.refusal().findings()).singleElement().asString().startsWith("index.yaml: line ");
    }

    @Test
    void broken_yaml_is_found_with_its_line() {
        catalogue.write("competencies/tested.yaml", "id: tested\narea: [testing\nnames: {en: Tested}\n");

        assertThat(catalogue.refusal().findings())
                .singleElement()
                .asString()
                .startsWith(FILE + "line 3: no valid YAML: ");
    }

    @Test
    void a_key_twice_is_found_with_its_line() {
        catalogue.write("competencies/tested.yaml", "id: tested\narea: testing\nid: again\n");

        assertThat(catalogue.refusal().findings())
                .containsExactly(FILE + "line 3: no valid YAML: Duplicate field 'id'");
    }

    @Test
    void missing_files_are_found() {
        assertThat(catalogue.delete("competencies/tested.yaml").refusal().findings())
                .containsExactly(FILE + "the file is missing");
        assertThat(catalogue.delete("credentials.yaml").refusal().findings())
                .containsExactly("credentials.yaml: the file is missing", FILE + "the file is missing");
        assertThat(catalogue.delete("index.yaml").delete("codes.yaml").refusal().findings())
                .containsExactly(
                        "codes.yaml: the file is missing",
                        "credentials.yaml: the file is missing",
                        "index.yaml: the file is missing");
    }

    @Test
    void an_empty_file_is_found() {
        catalogue.write("competencies/tested.yaml", "");

        assertThat(catalogue.refusal().findings()).containsExactly(FILE + "expected keys with values");
    }

    @Test
    void options_and_names_must_match() {
        assertThat(catalogue
                        .competency("options: {other: {names: {en: Other}}}\n"
                                + "revisions: [{options: [{option: only, gold: {attestation: reseller}}]}]\n")
                        .refusal()
                        .findings())
                .containsExactly(
                        FILE + "revisions[0].options[0].option: the option only has no names under options",
                        FILE + "options.other: no revision offers this option");
    }

    @Test
    void a_name_needs_english_and_known_languages() {
        catalogue.write("credentials.yaml", "credentials: [{code: 70-1, kind: exam, titles: {es: Primero}}]");
        assertThat(catalogue.refusal().findings())
                .contains("credentials.yaml: credentials[0].titles: the key en is missing");

        catalogue.write("credentials.yaml", "credentials: [{code: 70-1, kind: exam, titles: {en: First, xx: Un}}]");
        assertThat(catalogue.refusal().findings())
                .singleElement()
                .asString()
                .startsWith("credentials.yaml: credentials[0].titles.xx: unknown key");
    }

    @Test
    void the_file_and_its_id_must_agree() {
        catalogue.write("index.yaml", "competencies: [other]");
        catalogue.write(
                "competencies/other.yaml",
                "id: tested\narea: a\nnames: {en: T}\nsources: [p]\noptions: {}\nrevisions: [{options: []}]\n");
        catalogue.delete("competencies/tested.yaml");

        assertThat(catalogue.refusal().findings())
                .containsExactly("competencies/other.yaml: id: the index calls this file's competency other");
    }

    @Test
    void one_message_tells_everything() {
        var message = catalogue
                .silver("{all: [{people: 0, each: 70-9}, {people: 2, each: 70-1, extra: 1}]}")
                .write("codes.yaml", "metrics: []\nproducts: []\nassociations: []\nattestations: [a, A]")
                .refusal()
                .getMessage();

        assertThat(message.lines())
                .containsExactly(
                        "The catalogue in " + directory.toAbsolutePath() + " has 4 errors:",
                        "  codes.yaml: attestations[1]: duplicate: A",
                        "  " + SILVER + ".all[0].people: must be at least 1",
                        "  " + SILVER + ".all[0].each: unknown credential 70-9",
                        "  " + SILVER + ".all[1].extra: unknown key; known here: people, each, group, relation");
    }
}
