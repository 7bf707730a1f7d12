package io.partnercompetencies.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who just meets a level of an option, and who just does not: what the files under {@code boundaries} say.
 *
 * <p>A situation names the market, the people (groups of persons who hold the same), the figures and the attestations;
 * {@code like} takes another situation and changes only what is written. Where a group lists alternatives, {@code one
 * of}, the situation stands for as many as there are: everybody with the first, everybody with the second.
 */
record Boundary(String option, Level level, List<List<Situation>> meets, List<Failing> fails) {

    static final Path FOLDER = Path.of("src", "test", "resources", "boundaries");

    /** Each situation together with the one that it is like. */
    record Failing(String name, List<Situation> base, List<Situation> but) {}

    private static final Set<String> KEYS = Set.of("like", "market", "people", "figures", "attestations");
    private static final Set<String> GROUP_KEYS = Set.of("persons", "have", "one of", "and one of");

    static List<Boundary> of(String competency) {
        try {
            var file = FOLDER.resolve(competency + ".yaml").toFile();
            var options = new YAMLMapper().readValue(file, new TypeReference<Map<String, Map<Level, Object>>>() {});
            var boundaries = new ArrayList<Boundary>();
            options.forEach((option, levels) ->
                    levels.forEach((level, content) -> boundaries.add(boundary(option, level, map(content)))));
            return boundaries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Boundary boundary(String option, Level level, Map<String, Object> content) {
        checkKeys(content, Set.of("meets", "fails"));
        var known = new LinkedHashMap<String, Map<String, Object>>();
        map(content.get("meets")).forEach((name, changes) -> known.put(name, whole(known, map(changes))));
        var fails = new ArrayList<Failing>();
        map(content.get("fails")).forEach((name, changes) -> {
            var like = (String) map(changes).get("like");
            var but = whole(known, map(changes));
            int alternatives = Math.max(alternatives(known.get(like)), alternatives(but));
            fails.add(new Failing(
                    name, situations(like, known.get(like), alternatives), situations(name, but, alternatives)));
        });
        var meets = new ArrayList<List<Situation>>();
        known.forEach((name, one) -> meets.add(situations(name, one, alternatives(one))));
        return new Boundary(option, level, meets, fails);
    }

    private static Map<String, Object> whole(Map<String, Map<String, Object>> known, Map<String, Object> changes) {
        checkKeys(changes, KEYS);
        var like = changes.get("like");
        if (like == null) {
            return changes;
        }
        if (!known.containsKey(like)) {
            throw new AssertionError("No situation before this one is named " + like);
        }
        return merged(known.get(like), changes);
    }

    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> changes) {
        var merged = new LinkedHashMap<>(base);
        changes.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else if (value instanceof Map && merged.get(key) instanceof Map) {
                merged.put(key, merged(map(merged.get(key)), map(value)));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** One for each market and alternative, in an order that a situation shares with those that are like it. */
    private static List<Situation> situations(String name, Map<String, Object> content, int alternatives) {
        var markets = content.get("market").equals("EITHER")
                ? List.of(Market.values())
                : List.of(Market.valueOf((String) content.get("market")));
        var situations = new ArrayList<Situation>();
        for (var market : markets) {
            for (int alternative = 0; alternative < alternatives; alternative++) {
                var people = new ArrayList<Set<String>>();
                for (var group : groups(content)) {
                    for (int person = 0; person < (int) group.get("persons"); person++) {
                        people.add(held(group, alternative));
                    }
                }
                situations.add(new Situation(
                        name + " (" + market + ", alternative " + (alternative + 1) + ")",
                        market,
                        people,
                        figures(map(content.get("figures"))),
                        new LinkedHashSet<>(texts(content.get("attestations")))));
            }
        }
        return situations;
    }

    private static List<Map<String, Object>> groups(Map<String, Object> content) {
        var groups =
                map(content.get("people")).values().stream().map(Boundary::map).toList();
        groups.forEach(group -> checkKeys(group, GROUP_KEYS));
        return groups;
    }

    private static int alternatives(Map<String, Object> content) {
        return groups(content).stream()
                .mapToInt(group -> Math.max(
                        list(group, "one of").size(), list(group, "and one of").size()))
                .reduce(1, Math::max);
    }

    private static Set<String> held(Map<String, Object> group, int alternative) {
        var held = new LinkedHashSet<>(texts(group.get("have")));
        for (var key : List.of("one of", "and one of")) {
            var choices = list(group, key);
            if (!choices.isEmpty()) {
                held.addAll(texts(choices.get(alternative % choices.size())));
            }
        }
        return held;
    }

    private static Map<String, Map<String, BigDecimal>> figures(Map<String, Object> content) {
        var figures = new LinkedHashMap<String, Map<String, BigDecimal>>();
        content.forEach((metric, rows) -> {
            var values = new LinkedHashMap<String, BigDecimal>();
            map(rows).forEach((row, value) -> values.put(row, new BigDecimal(value.toString())));
            figures.put(metric, values);
        });
        return figures;
    }

    private static void checkKeys(Map<String, Object> content, Set<String> allowed) {
        if (!allowed.containsAll(content.keySet())) {
            throw new AssertionError("Expected " + allowed + ", found " + content.keySet());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static List<?> list(Map<String, Object> node, String key) {
        return (List<?>) node.getOrDefault(key, List.of());
    }

    /** One text, or a list of them. */
    @SuppressWarnings("unchecked")
    private static List<String> texts(Object node) {
        return node == null ? List.of() : node instanceof String text ? List.of(text) : (List<String>) node;
    }
}
