package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever repairs a catalogue learns of every fault at once. */
class ManyFaultsTest {

    @TempDir
    private Path directory;

    private CatalogueFixture faulty() {
        return new CatalogueFixture(directory)
                .write("index.yaml", "competencies: [tested, other, missing, other]")
                .write("codes.yaml", """
                        metrics:
                          - {code: revenue, unit: USD, window: year}
                          - {code: Revenue, unit: USD, window: latest-month}
                        products: [power-bi, 5]
                        associations: {csp: yes}
                        attestations: [reseller]
                        prices: []
                        """)
                .write("credentials.yaml", """
                        credentials:
                          - {code: 70-1, kind: test, titles: {en: First}}
                          - {code: 70-2, kind: exam, titles: {es: Segundo}, aliases: [70-1]}
                          - {code: MB2-1, kind: exam, acceptedUntil: 2018-31-12, titles: {en: Third}}
                          - {code: mb2-1, kind: exam, titles: {en: Fourth}}
                          - {kind: exam, titles: {en: Fifth}}
                        """)
                .write("competencies/forgotten.yaml", "id: forgotten")
                .write("competencies/other.yaml", "id: other\n\tarea: tab\n")
                .competency("""
                        options: {only: {names: {de: Nur}}, idle: {names: {en: Idle}}}
                        revisions:
                          - effectiveFrom: 2018-01-01
                            effectiveTo: 2017-01-01
                            options:
                              - option: only
                                silver:
                                  all:
                                    - {people: 0, each: 70-1, group: core}
                                    - {people: two, each: {any: [70-2, 70-9]}, relation: {to: core, is: subset}}
                                    - {people: 1, each: 70-1, relation: {to: later, is: disjoint}}
                                    - {people: 1, each: 70-1, group: later}
                                    - {people: 1, each: 70-1, group: core, note: none}
                                    - {performance: revenue, reach: {any: 0, emerging: 5}, averagePerMonth: -1}
                                    - {attestation: [reseller]}
                                    - {performance: profit, reach: {any: 1}, products: [word], associations: [csp]}
                                gold: {anything: 1}
                          - effectiveFrom: 2017-06-01
                            effectiveTo: 2018-06-01
                            options: [{option: absent, gold: {distinctPeople: [70-1, 70-8]}}, {option: only}]
                        notes: none
                        """);
    }

    @Test
    void every_fault_is_listed_in_one_go() {
        var file = "competencies/tested.yaml: ";
        var silver = file + "revisions[0].options[0].silver.";
        assertThat(faulty().refusal().findings())
                .containsExactlyInAnyOrder(
                        "index.yaml: competencies[3]: duplicate: other",
                        "codes.yaml: prices: unknown key; known here: metrics, products, associations, attestations",
                        "codes.yaml: metrics[0].window: expected one of latest-month, twelve-months",
                        "codes.yaml: metrics[1].code: duplicate: Revenue",
                        "codes.yaml: products[1]: expected a text",
                        "codes.yaml: associations: expected a list",
                        "credentials.yaml: credentials[0].kind: expected one of exam, certification, assessment,"
                                + " external-certification",
                        "credentials.yaml: credentials[1].titles: the key en is missing",
                        "credentials.yaml: credentials[1].aliases[0]: the alias is the code of a credential: 70-1",
                        "credentials.yaml: credentials[2].acceptedUntil: expected a date such as 2017-09-01",
                        "credentials.yaml: credentials[3].code: duplicate: mb2-1",
                        "credentials.yaml: credentials[4]: the key code is missing",
                        "competencies/other.yaml: line 2: no valid YAML: found character '\\t(TAB)' that cannot start"
                                + " any token. (Do not use \\t(TAB) for indentation)",
                        "competencies/missing.yaml: the file is missing",
                        "competencies/forgotten.yaml: index.yaml does not name it",
                        file + "notes: unknown key; known here: id, area, names, sources, options, revisions",
                        file + "options.only.names: the key en is missing",
                        file + "options.idle: no revision offers this option",
                        file + "revisions[0]: effectiveTo must lie after effectiveFrom",
                        silver + "all[0].people: must be at least 1",
                        silver + "all[1].people: expected a whole number",
                        silver + "all[1].each.any[1]: unknown credential 70-9",
                        silver + "all[2].relation: no earlier clause of the same all names the group later",
                        silver + "all[4].group: duplicate: the group core",
                        silver + "all[4].note: unknown key; known here: people, each, group, relation",
                        silver + "all[5].reach.any: must be greater than 0",
                        silver + "all[5].reach.emerging: unknown key; known here: developed, developing, any",
                        silver + "all[5].averagePerMonth: must be greater than 0",
                        silver + "all[6].attestation: expected a text",
                        silver + "all[7].performance: unknown metric profit",
                        silver + "all[7].products[0]: unknown product word",
                        file + "revisions[0].options[0].gold: expected one of all, any, people, distinctPeople,"
                                + " performance, attestation",
                        file + "revisions[1].options[0].option: the option absent has no names under options",
                        file + "revisions[1].options[0].gold.distinctPeople[1]: unknown credential 70-8",
                        file + "revisions[1].options[1]: neither silver nor gold");
    }
}
