package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.LawHistory;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.Revision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the file of one competency. */
final class CompetencyReader {

    private final RequirementReader requirements;

    CompetencyReader(RequirementReader requirements) {
        this.requirements = requirements;
    }

    /** Every part is read before one that cannot be ends the reading, so that each says what is wrong with it. */
    Competency read(String id, YamlNode file) {
        file.allow("id", "area", "names", "sources", "options", "revisions");
        var sources = file.tryGet("sources", list -> list.nonEmptyList(YamlNode::text));
        var names = file.tryGet("names", NamesReader::read);
        var area = file.tryGet("area", YamlNode::code);
        var options = file.tryGet("options", this::options);
        var reader = new RevisionsReader(requirements, options.map(Map::keySet).orElse(null));
        var revisions = file.tryGet("revisions", reader::read);
        if (!id.equals(file.get("id").text())) {
            file.get("id").wrong("the index calls this file's competency " + id);
        }
        if (options.isPresent() && revisions.isPresent()) {
            refuseUnused(file, options.get().keySet(), revisions.get());
        }
        return new Competency(
                id,
                names.orElseThrow(Findings::said),
                area.orElseThrow(Findings::said),
                options.orElseThrow(Findings::said),
                new LawHistory(id, revisions.orElseThrow(Findings::said)),
                reader.changes(),
                sources.orElseThrow(Findings::said));
    }

    private Map<String, Names> options(YamlNode node) {
        node.keysAreCodes();
        return node.map(option -> {
            option.allow("names");
            return NamesReader.readOrNone(option, "names");
        });
    }

    private static void refuseUnused(YamlNode file, Set<String> options, List<Revision> revisions) {
        if (revisions.size() < file.get("revisions").size()) {
            return;
        }
        var used = revisions.stream()
                .flatMap(revision -> revision.options().stream())
                .map(OptionLaw::id)
                .collect(Collectors.toSet());
        for (var id : options) {
            if (!used.contains(id)) {
                file.get("options").get(id).wrong("no revision offers this option");
            }
        }
    }
}
