package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is stored nowhere: the competencies of an organisation that has nothing of them. */
final class Blanks {

    private static final BigDecimal NOTHING = new BigDecimal("0.0000");

    private final Map<List<CompetencyLaw>, Map<String, Snapshot.Item>> byLaws = new ConcurrentHashMap<>();

    /** By the competency's id, in the catalogue's order. */
    Map<String, Snapshot.Item> of(Catalogue catalogue, Instant at) {
        return byLaws.computeIfAbsent(catalogue.laws(at), Blanks::items);
    }

    private static Map<String, Snapshot.Item> items(List<CompetencyLaw> laws) {
        var items = new LinkedHashMap<String, Snapshot.Item>();
        for (var law : laws) {
            var levels = law.levels().stream().map(level -> blank(law, level)).toList();
            items.put(law.id(), new Snapshot.Item(law.id(), 0, levels));
        }
        return items;
    }

    /** The nearest of options that are all as far away is the first. */
    private static Snapshot.LevelItem blank(CompetencyLaw law, Level level) {
        var first = law.options().stream()
                .filter(option -> option.levels().containsKey(level))
                .findFirst()
                .orElseThrow();
        return new Snapshot.LevelItem(level, false, null, NOTHING, first.id(), false, false, false, false);
    }
}
