package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.LawHistory;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the file of one competency. */
final class CompetencyReader {

    private final RequirementReader requirements;

    CompetencyReader(RequirementReader requirements) {
        this.requirements = requirements;
    }

    Competency read(String id, YamlNode file) {
        file.allow("id", "area", "names", "sources", "options", "revisions");
        if (!id.equals(file.get("id").text())) {
            file.get("id").wrong("the index calls this file's competency " + id);
        }
        var sources = file.get("sources").nonEmptyList(YamlNode::text);
        var names = NamesReader.read(file.get("names"));
        var area = file.get("area").text();
        var optionNames = file.get("options").map(this::optionNames);
        var revisions = revisions(file.get("revisions"), optionNames.keySet());
        refuseUnused(file.get("options"), optionNames.keySet(), revisions);
        return new Competency(id, names, area, optionNames, new LawHistory(id, revisions), sources);
    }

    private Names optionNames(YamlNode node) {
        node.allow("names");
        return NamesReader.read(node.get("names"));
    }

    private List<Revision> revisions(YamlNode list, Set<String> options) {
        var revisions = list.list(node -> revision(node, options));
        for (int i = 0; i < revisions.size(); i++) {
            for (int j = i + 1; j < revisions.size(); j++) {
                if (revisions.get(i).overlaps(revisions.get(j))) {
                    list.wrong("overlapping revisions: " + dates(revisions.get(i)) + " and " + dates(revisions.get(j)));
                }
            }
        }
        return revisions.stream()
                .sorted(Comparator.comparing(Revision::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static String dates(Revision revision) {
        return (revision.effectiveFrom() == null ? "…" : revision.effectiveFrom())
                + " to "
                + (revision.effectiveTo() == null ? "…" : revision.effectiveTo());
    }

    private Revision revision(YamlNode node, Set<String> options) {
        node.allow("effectiveFrom", "effectiveTo", "options");
        LocalDate from = node.find("effectiveFrom").map(YamlNode::date).orElse(null);
        LocalDate to = node.find("effectiveTo").map(YamlNode::date).orElse(null);
        if (from != null && to != null && !from.isBefore(to)) {
            node.wrong("effectiveTo must lie after effectiveFrom");
        }
        Codes.refuseRepeated(node.get("options").list(option -> option.get("option")));
        return new Revision(from, to, node.get("options").list(option -> option(option, options)));
    }

    private OptionLaw option(YamlNode node, Set<String> options) {
        node.allow("option", "silver", "gold");
        var id = node.get("option").text();
        if (!options.contains(id)) {
            node.get("option").wrong("the option " + id + " has no names under options");
        }
        var levels = new EnumMap<Level, Requirement>(Level.class);
        for (var level : Level.values()) {
            node.find(Codes.spelling(level))
                    .flatMap(requirement -> requirement.tryRead(requirements::read))
                    .ifPresent(requirement -> levels.put(level, requirement));
        }
        if (!node.has("silver") && !node.has("gold")) {
            node.wrong("neither silver nor gold");
        }
        return new OptionLaw(id, levels);
    }

    private static void refuseUnused(YamlNode options, Set<String> named, List<Revision> revisions) {
        var used = revisions.stream()
                .flatMap(revision -> revision.options().stream())
                .map(OptionLaw::id)
                .collect(Collectors.toSet());
        for (var id : named) {
            if (!used.contains(id)) {
                options.get(id).wrong("no revision offers this option");
            }
        }
    }
}
