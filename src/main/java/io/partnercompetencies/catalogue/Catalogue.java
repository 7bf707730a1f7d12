package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Credentials;
import io.partnercompetencies.rules.LawHistory;
import io.partnercompetencies.rules.Requirement.Performance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The catalogue in force while the service runs. Immutable. */
public final class Catalogue {

    private final List<Competency> competencies;
    private final Map<String, Competency> byId = new HashMap<>();
    private final List<LawHistory> histories;
    private final Map<String, CatalogueCredential> credentials;
    private final Map<String, Credential> bySpelling = new HashMap<>();
    private final Codes codes;
    private final Set<String> metricsThatNameProducts = new HashSet<>();
    private final Set<String> metricsThatNameAssociations = new HashSet<>();
    private final String fingerprint;

    Catalogue(
            List<Competency> competencies,
            Map<String, CatalogueCredential> credentials,
            Codes codes,
            String fingerprint) {
        this.competencies = List.copyOf(competencies);
        this.credentials = credentials;
        this.codes = codes;
        this.fingerprint = fingerprint;
        histories = competencies.stream().map(Competency::history).toList();
        competencies.forEach(competency -> byId.put(competency.id(), competency));
        credentials.forEach((key, one) -> {
            bySpelling.put(key, one.credential());
            bySpelling.put(one.code(), one.credential());
        });
        forEachClause(this::noteWhatItNames);
    }

    /** The catalogue inside the package. */
    public static Catalogue builtIn() {
        return CatalogueReader.read(CatalogueFiles.builtIn());
    }

    /** @throws BadCatalogue with everything that is wrong with it */
    public static Catalogue in(Path directory) {
        return CatalogueReader.read(CatalogueFiles.in(directory));
    }

    private void forEachClause(Consumer<Performance> use) {
        histories.stream()
                .flatMap(history -> history.revisions().stream())
                .flatMap(revision -> revision.options().stream())
                .flatMap(option -> option.levels().values().stream())
                .forEach(requirement -> requirement.forEach(node -> {
                    if (node instanceof Performance clause) {
                        use.accept(clause);
                    }
                }));
    }

    private void noteWhatItNames(Performance clause) {
        if (!clause.products().isEmpty()) {
            metricsThatNameProducts.add(clause.metric());
        }
        if (!clause.associations().isEmpty()) {
            metricsThatNameAssociations.add(clause.metric());
        }
    }

    /** All competencies, in the catalogue's order. */
    public List<Competency> competencies() {
        return competencies;
    }

    public Optional<Competency> competency(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By code, in whatever case. */
    public Optional<CatalogueCredential> credential(String code) {
        return Optional.ofNullable(credentials.get(Credential.key(code)));
    }

    /** All credentials, in the catalogue's order. */
    public List<CatalogueCredential> allCredentials() {
        return List.copyOf(credentials.values());
    }

    /** The credentials as the rules look them up. */
    public Credentials credentials() {
        return this::find;
    }

    /** Mostly codes come as they are published, and need no other form. */
    private Credential find(String code) {
        var credential = bySpelling.get(code);
        return credential != null ? credential : bySpelling.get(Credential.key(code));
    }

    /** What every competency asks at that instant, in the catalogue's order. */
    public List<CompetencyLaw> laws(Instant at) {
        return histories.stream().map(history -> history.at(at)).toList();
    }

    /** Which competencies' requirements in force at that instant name a credential, by its published code. */
    public Map<String, List<String>> competenciesByCredential(Instant at) {
        var byCredential = new HashMap<String, Set<String>>();
        for (var law : laws(at)) {
            law.options().stream()
                    .flatMap(option -> option.levels().values().stream())
                    .forEach(requirement -> requirement.forEachCredential(code -> byCredential
                            .computeIfAbsent(code, none -> new LinkedHashSet<>())
                            .add(law.id())));
        }
        var lists = new HashMap<String, List<String>>();
        byCredential.forEach((code, ids) -> lists.put(code, List.copyOf(ids)));
        return lists;
    }

    public List<LawHistory> histories() {
        return histories;
    }

    public Set<String> metrics() {
        return codes.metrics().keySet();
    }

    public Optional<Metric> metric(String code) {
        return Optional.ofNullable(codes.metrics().get(code));
    }

    /** Products and workloads. */
    public Set<String> products() {
        return codes.products();
    }

    public Set<String> associations() {
        return codes.associations();
    }

    public Set<String> attestations() {
        return codes.attestations();
    }

    /** Whether some clause on the metric, of any revision, names products: then a record must name its own. */
    public boolean namesProducts(String metric) {
        return metricsThatNameProducts.contains(metric);
    }

    /** The same for association types. */
    public boolean namesAssociations(String metric) {
        return metricsThatNameAssociations.contains(metric);
    }

    /** SHA-256 of the content, in hexadecimal: two copies with the same one judge alike. */
    public String fingerprint() {
        return fingerprint;
    }
}
