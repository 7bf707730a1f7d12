package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.EveryDeparture;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Figure;
import io.partnercompetencies.rules.Leavers;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Tolerance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may leave, for every level that the catalogue has ever asked, with people who hold at random what it names. */
class LeaversOfTheCatalogueTest {

    /** Nothing was retired yet. */
    private static final Instant AT = Instant.parse("2017-07-15T00:00:00Z");

    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    static Stream<Arguments> levels() {
        return CATALOGUE.competencies().stream()
                .flatMap(competency -> competency.history().revisions().stream())
                .flatMap(revision -> {
                    var law = new CompetencyLaw("tested", revision.options());
                    return law.levels().stream().map(level -> Arguments.of(law, level));
                });
    }

    @ParameterizedTest
    @MethodSource("levels")
    void every_group_of_people_that_leaves_confirms_it(CompetencyLaw law, Level level) {
        var random = new Random(41);
        int met = 0;
        for (int round = 0; round < 60; round++) {
            double share = round % 2 == 0 ? 0.97 : random.nextDouble();
            var facts = facts(law, level, 1 + random.nextInt(17), share, random);

            var tolerance = Leavers.of(law, level, facts, Moment.settled(AT));
            if (tolerance.toleratesLeavers() == null || tolerance.toleratesLeavers() < 3) {
                assertThat(tolerance).isEqualTo(byTrial(law, level, facts));
                met += tolerance.critical().isEmpty() ? 0 : 1;
            }
        }
        assertThat(met > 0 || !asksForPeople(law, level)).isTrue();
    }

    private static Tolerance byTrial(CompetencyLaw law, Level level, Facts facts) {
        return EveryDeparture.of(
                facts,
                left -> Evaluator.evaluate(law, left, Moment.settled(AT))
                        .level(level)
                        .met());
    }

    private static boolean asksForPeople(CompetencyLaw law, Level level) {
        return !credentials(law, level).isEmpty();
    }

    private static List<String> credentials(CompetencyLaw law, Level level) {
        var codes = new LinkedHashSet<String>();
        requirements(law, level).forEach(requirement -> requirement.forEachCredential(codes::add));
        return List.copyOf(codes);
    }

    private static List<Requirement> requirements(CompetencyLaw law, Level level) {
        return law.options().stream()
                .filter(option -> option.levels().containsKey(level))
                .map(option -> option.levels().get(level))
                .toList();
    }

    /** Every figure is reached, every attestation given: it depends on people alone, wherever it asks for any. */
    private static Facts facts(CompetencyLaw law, Level level, int people, double share, Random random) {
        var figures = new ArrayList<Figure>();
        var attestations = new ArrayList<Attested>();
        requirements(law, level)
                .forEach(requirement -> requirement.forEach(node -> {
                    if (node instanceof Requirement.Performance clause) {
                        figures.add(enoughFor(clause));
                    } else if (node instanceof Requirement.Attestation clause) {
                        attestations.add(new Attested(clause.code(), Instant.EPOCH, null));
                    }
                }));
        var credits = new ArrayList<Credit>();
        for (int person = 0; person < people; person++) {
            for (var code : credentials(law, level)) {
                if (random.nextDouble() < share) {
                    credits.add(credit(new UUID(0, person), code, new UUID(1, credits.size())));
                }
            }
        }
        return new Facts(Market.DEVELOPED, credits, figures, attestations, List.of(), CATALOGUE.credentials());
    }

    private static Figure enoughFor(Requirement.Performance clause) {
        var product = clause.products().stream().findFirst().orElse("");
        var association = clause.associations().stream().findFirst().orElse("");
        return new Figure(
                clause.metric(), product, association, YearMonth.of(2017, 7), false, new BigDecimal("999999999"), 1);
    }

    private static Credit credit(UUID person, String code, UUID id) {
        var type = CATALOGUE.credential(code).orElseThrow().credential().kind().reportedAs();
        var longAgo = Instant.EPOCH;
        return new Credit(id, person, code, type, true, longAgo, longAgo, longAgo, null, null, null);
    }
}
