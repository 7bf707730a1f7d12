package io.partnercompetencies.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a whole catalogue: the index, the codes, the credentials, and one file a competency. */
final class CatalogueReader {

    private final YamlFiles files;
    private final Findings findings = new Findings();

    private CatalogueReader(CatalogueFiles source) {
        files = new YamlFiles(source, findings);
    }

    static Catalogue read(CatalogueFiles source) {
        var reader = new CatalogueReader(source);
        var catalogue = reader.read();
        reader.findings.refuseIfAny(source.origin());
        return catalogue;
    }

    private Catalogue read() {
        var codes = tryOpen("codes.yaml", Codes::read);
        var credentials = tryOpen("credentials.yaml", CredentialsReader::read);
        var index = tryOpen("index.yaml", CatalogueReader::ids);
        var reader = new CompetencyReader(new RequirementReader(codes.orElse(null), credentials.orElse(null)));
        var competencies = index.orElseGet(files::competencies).stream()
                .distinct()
                .flatMap(id -> tryOpen(fileOf(id), file -> reader.read(id, file)).stream())
                .toList();
        index.ifPresent(this::refuseForgotten);
        if (codes.isEmpty() || credentials.isEmpty()) {
            return null;
        }
        return new Catalogue(competencies, credentials.get(), codes.get(), files.fingerprint());
    }

    private void refuseForgotten(List<String> index) {
        files.competencies().stream()
                .filter(id -> !index.contains(id))
                .forEach(id -> findings.add(fileOf(id), "", "index.yaml does not name it"));
    }

    private static String fileOf(String competency) {
        return "competencies/" + competency + ".yaml";
    }

    private static List<String> ids(YamlNode file) {
        file.allow("competencies");
        Codes.refuseRepeated(file.get("competencies").list(id -> id));
        return file.get("competencies").nonEmptyList(YamlNode::code);
    }

    /** What cannot be read is a finding; the rest is read on, to find more. */
    private <T> Optional<T> tryOpen(String name, Function<YamlNode, T> read) {
        try {
            return Optional.of(read.apply(files.open(name)));
        } catch (Findings.Unreadable said) {
            return Optional.empty();
        }
    }
}
