package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a competency asks in the course of time: revisions that neither overlap nor leave a gap (R1). */
final class RevisionsReader {

    private static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing(Revision::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final RequirementReader requirements;
    private final Set<String> options;
    private final Map<LocalDate, Names> changes = new HashMap<>();

    /** @param options the ids that have names, null where that cannot be read */
    RevisionsReader(RequirementReader requirements, Set<String> options) {
        this.requirements = requirements;
        this.options = options;
    }

    /** Oldest first, in whatever order they stand. Only where all can be read, it is known how they follow each other. */
    List<Revision> read(YamlNode list) {
        var revisions =
                list.nonEmptyList(this::revision).stream().sorted(OLDEST_FIRST).toList();
        if (revisions.size() == list.size()) {
            refuseOverlapsAndGaps(list, revisions);
        }
        return revisions;
    }

    private static void refuseOverlapsAndGaps(YamlNode list, List<Revision> revisions) {
        for (int i = 0; i < revisions.size(); i++) {
            for (int j = i + 1; j < revisions.size(); j++) {
                if (revisions.get(i).overlaps(revisions.get(j))) {
                    list.wrong("overlapping revisions: " + dates(revisions.get(i)) + " and " + dates(revisions.get(j)));
                }
            }
            if (i > 0) {
                refuseGap(
                        list,
                        revisions.get(i - 1).effectiveTo(),
                        revisions.get(i).effectiveFrom());
            }
        }
    }

    /** What the revisions that were read changed, by their first day. */
    Map<LocalDate, Names> changes() {
        return changes;
    }

    private static void refuseGap(YamlNode list, LocalDate end, LocalDate start) {
        if (end != null && start != null && end.isBefore(start)) {
            list.wrong("a gap: nothing is in force from " + end + " to " + start
                    + "; where that is meant, a revision with options: [] says so");
        }
    }

    private static String dates(Revision revision) {
        return (revision.effectiveFrom() == null ? "…" : revision.effectiveFrom())
                + " to "
                + (revision.effectiveTo() == null ? "…" : revision.effectiveTo());
    }

    private Revision revision(YamlNode node) {
        node.allow("effectiveFrom", "effectiveTo", "change", "options");
        var from = node.tryFind("effectiveFrom", YamlNode::date).orElse(null);
        var to = node.tryFind("effectiveTo", YamlNode::date).orElse(null);
        boolean dated = (from != null || !node.has("effectiveFrom")) && (to != null || !node.has("effectiveTo"));
        if (from != null && to != null && !from.isBefore(to)) {
            node.wrong("effectiveTo must lie after effectiveFrom");
        }
        var change = node.tryFind("change", NamesReader::read);
        if (from != null) {
            change.ifPresent(words -> changes.put(from, words));
        } else if (change.isPresent() && !node.has("effectiveFrom")) {
            node.get("change").wrong("without effectiveFrom there is no earlier revision that it changes");
        }
        Codes.refuseRepeated(node.get("options").list(option -> option.get("option")));
        var offered = node.get("options").list(this::option);
        if (!dated) {
            throw Findings.said();
        }
        return new Revision(from, to, offered);
    }

    private OptionLaw option(YamlNode node) {
        node.allow("option", "silver", "gold");
        var id = node.get("option").text();
        if (options != null && !options.contains(id)) {
            node.get("option").wrong("the option " + id + " has no names under options");
        }
        var levels = new EnumMap<Level, Requirement>(Level.class);
        for (var level : Level.values()) {
            node.tryFind(Codes.spelling(level), requirements::read)
                    .ifPresent(requirement -> levels.put(level, requirement));
        }
        if (!node.has("silver") && !node.has("gold")) {
            node.wrong("neither silver nor gold");
        }
        return new OptionLaw(id, levels);
    }
}
