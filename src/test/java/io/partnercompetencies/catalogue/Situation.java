package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Figure;
import io.partnercompetencies.rules.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a partner has, in the words of the boundary data.
 *
 * @param people what each person holds
 * @param figures by metric and by {@code product / association / month}
 */
record Situation(
        String name,
        Market market,
        List<Set<String>> people,
        Map<String, Map<String, BigDecimal>> figures,
        Set<String> attestations) {

    private static final String NOTHING_NAMED = "no ";

    Facts facts(Catalogue catalogue, Instant at) {
        var credits = new ArrayList<Credit>();
        for (int person = 0; person < people.size(); person++) {
            for (var code : people.get(person)) {
                credits.add(credit(catalogue, new UUID(0, person), code, new UUID(1, credits.size())));
            }
        }
        var attested = attestations.stream()
                .map(code -> new Attested(code, Instant.EPOCH, null))
                .toList();
        return new Facts(market, credits, records(at), attested, List.of(), catalogue.credentials());
    }

    private static Credit credit(Catalogue catalogue, UUID person, String code, UUID id) {
        var credential = catalogue
                .credential(code)
                .orElseThrow(() -> new AssertionError("The catalogue does not know " + code))
                .credential();
        var longAgo = Instant.EPOCH;
        return new Credit(
                id, person, code, credential.kind().reportedAs(), true, longAgo, longAgo, longAgo, null, null, null);
    }

    private List<Figure> records(Instant at) {
        var present = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        var records = new ArrayList<Figure>();
        figures.forEach((metric, rows) -> rows.forEach((row, value) -> {
            var words = row.split(" / ");
            records.add(
                    new Figure(metric, named(words[0]), named(words[1]), month(words[2], present), false, value, 1));
        }));
        return records;
    }

    private static String named(String word) {
        return word.startsWith(NOTHING_NAMED) ? "" : word;
    }

    /** {@code this month}, {@code 11 months ago}. */
    private static YearMonth month(String words, YearMonth present) {
        return words.equals("this month")
                ? present
                : present.minusMonths(Integer.parseInt(words.replaceAll(" months? ago", "")));
    }

    Set<String> credentials() {
        return people.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The products (0) or associations (1) that the rows of a metric name. */
    Set<String> named(String metric, int word) {
        return figures.getOrDefault(metric, Map.of()).keySet().stream()
                .map(row -> named(row.split(" / ")[word]))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    BigDecimal total(String metric) {
        return figures.getOrDefault(metric, Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Everything that has just a bit less: one person without one credential, one row less one, one attestation less. */
    List<Situation> smaller() {
        var smaller = new ArrayList<Situation>();
        for (int person = 0; person < people.size(); person++) {
            for (var code : people.get(person)) {
                var others = new ArrayList<>(people);
                others.set(person, without(people.get(person), code));
                smaller.add(
                        new Situation(name + ", but a person without " + code, market, others, figures, attestations));
            }
        }
        figures.forEach((metric, rows) -> rows.forEach((row, value) -> {
            var less = new LinkedHashMap<>(figures);
            less.put(metric, new LinkedHashMap<>(rows));
            less.get(metric).put(row, value.subtract(BigDecimal.ONE));
            smaller.add(new Situation(name + ", but one less of " + row, market, people, less, attestations));
        }));
        for (var code : attestations) {
            smaller.add(new Situation(
                    name + ", but without " + code, market, people, figures, without(attestations, code)));
        }
        return smaller;
    }

    private static Set<String> without(Set<String> codes, String code) {
        var others = new LinkedHashSet<>(codes);
        others.remove(code);
        return others;
    }
}
