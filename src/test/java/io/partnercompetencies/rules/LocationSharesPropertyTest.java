package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.PerformanceReading.LeftOut;
import io.partnercompetencies.rules.PerformanceReading.Reason;
import io.partnercompetencies.rules.PerformanceReading.Share;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** An organisation is judged as a whole, and each location sees what it brought of that (1.3). */
@PropertyDefaults(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
class LocationSharesPropertyTest {

    record Case(CompetencyLaw law, List<LocatedFigure> located, Moment moment) {

        List<PerformanceReading> readings() {
            return readings(located);
        }

        /** As if every record came from the same place. */
        List<PerformanceReading> readingsWithoutLocations() {
            return readings(located.stream()
                    .map(one -> new LocatedFigure(null, one.figure()))
                    .toList());
        }

        private List<PerformanceReading> readings(List<LocatedFigure> figures) {
            return PerformanceReading.of(figures, List.of(law), moment);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var locations = Arbitraries.of("Bilbao", "Turin").injectNull(0.3).list().ofSize(8);
        return Combinators.combine(
                        GeneratedFacts.moments(), GeneratedLaws.competencies(), GeneratedFacts.facts(), locations)
                .as((moment, law, facts, places) -> {
                    var figures = facts.apply(moment).figures();
                    return new Case(
                            law,
                            IntStream.range(0, figures.size())
                                    .mapToObj(i -> new LocatedFigure(places.get(i), figures.get(i)))
                                    .toList(),
                            moment);
                });
    }

    @Property
    void the_shares_add_up_to_the_whole(@ForAll("cases") Case one) {
        for (var reading : one.readings()) {
            assertThat(reading.shares().stream().map(Share::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(reading.total());
            assertThat(sums(reading.shares().stream().flatMap(share -> share.leftOut().stream())))
                    .isEqualTo(sums(reading.leftOut().stream()));
            Statistics.label("locations").collect(reading.shares().size());
            Statistics.label("counted and left out")
                    .collect(reading.total().signum() != 0, reading.leftOut().size() > 1);
        }
    }

    @Property
    void where_a_record_comes_from_changes_nothing_in_the_whole(@ForAll("cases") Case one) {
        assertThat(one.readings())
                .usingRecursiveComparison()
                .ignoringFields("shares")
                .isEqualTo(one.readingsWithoutLocations());
    }

    @Property
    void each_location_has_one_share_and_those_without_stand_first(@ForAll("cases") Case one) {
        for (var reading : one.readings()) {
            var named = one.located().stream()
                    .filter(figure -> figure.figure().metric().equals(reading.metric()))
                    .map(figure -> figure.location() == null ? "" : figure.location())
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(reading.shares().stream().map(share -> share.location() == null ? "" : share.location()))
                    .containsExactlyElementsOf(named);
        }
    }

    private record Sum(BigDecimal value, int records) {}

    private static Map<Reason, Sum> sums(Stream<LeftOut> leftOut) {
        var sums = new EnumMap<Reason, Sum>(Reason.class);
        leftOut.forEach(one -> sums.merge(
                one.reason(),
                new Sum(one.value().setScale(4), one.records()),
                (a, b) -> new Sum(a.value().add(b.value()), a.records() + b.records())));
        return sums;
    }
}
