package io.partnercompetencies.rules;

import io.partnercompetencies.rules.PersonClause.All;
import io.partnercompetencies.rules.PersonClause.Any;
import io.partnercompetencies.rules.PersonClause.Holds;
import io.partnercompetencies.rules.Relation.Tie;
import io.partnercompetencies.rules.Requirement.AllOf;
import io.partnercompetencies.rules.Requirement.AnyOf;
import io.partnercompetencies.rules.Requirement.People;
import io.partnercompetencies.rules.Requirement.Performance;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requirements to test with: the two competencies of the seed pages, and the words to write others. */
final class Laws {

    static final Set<String> WORKLOADS =
            Set.of("exchange-online", "sharepoint-online", "skype-for-business", "yammer", "office-proplus");
    static final Set<String> ASSOCIATIONS =
            Set.of("delegated-admin", "transacting-partner", "digital-partner-of-record", "fast-track-partner");

    static final CompetencyLaw MESSAGING = competency(
            "messaging",
            new OptionLaw("hybrid-services-partner", Map.of(Level.SILVER, messaging(2), Level.GOLD, messaging(4))));

    static final CompetencyLaw CLOUD_PRODUCTIVITY = competency(
            "cloud-productivity",
            new OptionLaw(
                    "managed-service-partner",
                    Map.of(
                            Level.SILVER,
                            cloudProductivity(Map.of(Market.DEVELOPED, 2000, Market.DEVELOPING, 1000), 1),
                            Level.GOLD,
                            cloudProductivity(Map.of(Market.DEVELOPED, 4000, Market.DEVELOPING, 4000), 2))));

    private Laws() {}

    private static Requirement messaging(int count) {
        return all(any(people(count, each("70-347", "70-345")), people(count, each("mcse-productivity"))));
    }

    private static Requirement cloudProductivity(Map<Market, Integer> thresholds, int count) {
        return all(
                new Performance(
                        "active-entitlements", decimals(thresholds), WORKLOADS, ASSOCIATIONS, Span.LATEST_MONTH, null),
                any(people(count, each("70-346", "70-347")), people(count, each("mcsa-office-365"))));
    }

    static Map<Market, BigDecimal> decimals(Map<Market, Integer> thresholds) {
        var decimals = new java.util.EnumMap<Market, BigDecimal>(Market.class);
        thresholds.forEach((market, threshold) -> decimals.put(market, BigDecimal.valueOf(threshold)));
        return decimals;
    }

    static CompetencyLaw competency(String id, OptionLaw... options) {
        return new CompetencyLaw(id, List.of(options));
    }

    /** A competency with one option that asks this for SILVER. */
    static CompetencyLaw silver(Requirement requirement) {
        return competency("tested", new OptionLaw("only", Map.of(Level.SILVER, requirement)));
    }

    static Requirement all(Requirement... children) {
        return new AllOf(List.of(children));
    }

    static Requirement any(Requirement... children) {
        return new AnyOf(List.of(children));
    }

    static People people(int count, PersonClause each) {
        return new People(count, each);
    }

    static People group(String name, int count, PersonClause each) {
        return new People(count, each, name, null);
    }

    static People tied(Tie tie, String to, int count, PersonClause each) {
        return new People(count, each, null, new Relation(to, tie));
    }

    static PersonClause each(String... credentials) {
        return new All(holds(credentials));
    }

    static PersonClause eachOneOf(String... credentials) {
        return new Any(holds(credentials));
    }

    static PersonClause either(PersonClause... clauses) {
        return new Any(List.of(clauses));
    }

    private static List<PersonClause> holds(String... credentials) {
        return Arrays.stream(credentials)
                .map(code -> (PersonClause) new Holds(code))
                .toList();
    }
}
