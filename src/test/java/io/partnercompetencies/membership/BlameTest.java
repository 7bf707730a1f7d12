package io.partnercompetencies.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.Ended;
import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a held level fell by, the first that fits (M6). */
class BlameTest {

    private static final UUID PARTNER = new UUID(1, 1);
    private static final Instant LAST = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T23:59:59Z");
    private static final Instant NEW_LAW = Instant.parse("2026-12-01T00:00:00Z");
    private static final HeldLevel SILVER = new HeldLevel("tested", Level.SILVER);
    private static final HeldLevel GOLD = new HeldLevel("tested", Level.GOLD);

    @TempDir
    Path directory;

    private Blame blame;

    /** SILVER asks for one person more from December on, GOLD stays as it is and needs the attestation. */
    @BeforeEach
    void read() throws IOException {
        Files.createDirectories(directory.resolve("competencies"));
        write("index.yaml", "competencies: [tested, plain]");
        write("codes.yaml", """
                metrics: [{code: revenue, unit: USD, window: latest-month}]
                products: [power-bi]
                associations: [csp]
                attestations: [reseller, vendor]
                """);
        write("credentials.yaml", "credentials: [{code: 70-1, kind: exam, titles: {en: First}}]");
        writeCompetency("tested", """
                  - effectiveTo: 2026-12-01
                    options:
                      - option: only
                        silver: {all: [{people: 1, each: 70-1}, {performance: revenue, reach: {any: 9}}]}
                        gold: {all: [{attestation: reseller}, {performance: revenue, reach: {any: 9}}]}
                  - effectiveFrom: 2026-12-01
                    options:
                      - option: only
                        silver: {all: [{people: 2, each: 70-1}, {performance: revenue, reach: {any: 9}}]}
                        gold: {all: [{attestation: reseller}, {performance: revenue, reach: {any: 9}}]}
                """);
        writeCompetency("plain", "  - options: [{option: only, silver: {people: 1, each: 70-1}}]\n");
        blame = new Blame(Catalogue.in(directory));
    }

    private void writeCompetency(String id, String revisions) throws IOException {
        write("competencies/" + id + ".yaml", "id: " + id + """

                area: data-ai
                names: {en: Tested}
                sources: ["a page"]
                options: {only: {names: {en: Only}}}
                revisions:
                """ + revisions);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void a_level_falls_by_its_own_override_only() {
        var ended = new Ended(LAST, Set.of(SILVER), Set.of());
        assertThat(cause(SILVER, NOW, null, ended)).isEqualTo(Cause.OVERRIDE_ENDS);
        assertThat(cause(GOLD, NOW, null, ended)).isEqualTo(Cause.PERFORMANCE_DROPS);
        assertThat(cause(GOLD, NOW, Cause.MARKET_CHANGES, ended)).isEqualTo(Cause.MARKET_CHANGES);
    }

    @Test
    void a_level_falls_by_an_attestation_that_it_names() {
        var reseller = new Ended(LAST, Set.of(), Set.of("reseller"));
        assertThat(cause(GOLD, NOW, null, reseller)).isEqualTo(Cause.ATTESTATION_ENDS);
        assertThat(cause(SILVER, NOW, null, reseller)).isEqualTo(Cause.PERFORMANCE_DROPS);
        assertThat(cause(GOLD, NOW, null, new Ended(LAST, Set.of(), Set.of("vendor"))))
                .isEqualTo(Cause.PERFORMANCE_DROPS);
    }

    @Test
    void a_level_falls_by_other_requirements_where_its_own_have_changed() {
        var nothing = new Ended(LAST, Set.of(), Set.of());
        assertThat(cause(SILVER, NEW_LAW, null, nothing)).isEqualTo(Cause.REQUIREMENT_CHANGES);
        assertThat(cause(GOLD, NEW_LAW, null, nothing)).isEqualTo(Cause.PERFORMANCE_DROPS);
        assertThat(cause(SILVER, NOW, null, nothing)).isEqualTo(Cause.PERFORMANCE_DROPS);
        assertThat(cause(SILVER, NEW_LAW.plusSeconds(1), null, new Ended(NEW_LAW, Set.of(), Set.of())))
                .isEqualTo(Cause.PERFORMANCE_DROPS);
    }

    @Test
    void what_names_no_figure_falls_with_what_the_term_before_was_exempted_from() {
        var plain = new HeldLevel("plain", Level.SILVER);
        assertThat(cause(plain, NOW, null, new Ended(LAST, Set.of(), Set.of()))).isEqualTo(Cause.OVERRIDE_ENDS);
    }

    @Test
    void lost_achievements_come_first_and_then_overrides_attestations_and_requirements() {
        var loss = new Loss(new UUID(2, 1), new UUID(3, 1), "70-1", LAST, Cause.ACHIEVEMENT_EXPIRES);
        var all = new Ended(LAST, Set.of(SILVER, GOLD), Set.of("reseller"));
        var lost = risk(SILVER, NEW_LAW, null, all, loss);
        assertThat(lost.cause()).isEqualTo(Cause.ACHIEVEMENT_EXPIRES);
        assertThat(lost.achievements()).containsExactly(loss.achievementId());
        assertThat(risk(GOLD, NEW_LAW, null, all, loss).cause()).isEqualTo(Cause.OVERRIDE_ENDS);
        assertThat(cause(SILVER, NEW_LAW, Cause.PERFORMANCE_DROPS, new Ended(LAST, Set.of(), Set.of("reseller"))))
                .isEqualTo(Cause.REQUIREMENT_CHANGES);
    }

    private Cause cause(HeldLevel level, Instant at, Cause change, Ended ended) {
        return risk(level, at, change, ended).cause();
    }

    private Risk risk(HeldLevel level, Instant at, Cause change, Ended ended, Loss... losses) {
        var judgement = new Judgement(PARTNER, at, List.of(), Set.of(), null, change, List.of(losses), ended);
        var term =
                new Term(Level.GOLD, LocalDate.parse("2026-11-21"), LocalDate.parse("2027-11-21"), Period.ofDays(30));
        return blame.risk(judgement, level, term, true);
    }
}
