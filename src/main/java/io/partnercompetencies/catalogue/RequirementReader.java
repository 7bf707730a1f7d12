package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Relation;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Span;
import io.partnercompetencies.rules.Ties;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads requirement trees. The key that a node begins with says what it is. */
final class RequirementReader {

    private final Codes codes;
    private final Map<String, CatalogueCredential> credentials;

    /** @param codes null where their file cannot be read, and then all are taken for known; likewise {@code credentials} */
    RequirementReader(Codes codes, Map<String, CatalogueCredential> credentials) {
        this.codes = codes;
        this.credentials = credentials;
    }

    Requirement read(YamlNode node) {
        return read(node, new HashSet<>());
    }

    /** @param groups the groups that clauses before this one in the same all-of have named */
    private Requirement read(YamlNode node, Set<String> groups) {
        if (node.has("all")) {
            return all(node);
        }
        if (node.has("any")) {
            node.allow("any");
            return new Requirement.AnyOf(node.get("any").nonEmptyList(this::read));
        }
        if (node.has("people")) {
            return people(node, groups);
        }
        if (node.has("distinctPeople")) {
            node.allow("distinctPeople");
            return new Requirement.DistinctPeople(node.get("distinctPeople").nonEmptyList(this::clause));
        }
        if (node.has("performance")) {
            return performance(node);
        }
        if (node.has("attestation")) {
            node.allow("attestation");
            return new Requirement.Attestation(known(node.get("attestation"), Codes::attestations, "attestation"));
        }
        throw node.unreadable("expected one of all, any, people, distinctPeople, performance, attestation");
    }

    private Requirement all(YamlNode node) {
        node.allow("all");
        var groups = new HashSet<String>();
        var all = new Requirement.AllOf(node.get("all").nonEmptyList(child -> read(child, groups)));
        if (relationsHold(all.children()) && !Ties.areDecidable(all)) {
            node.wrong("the tied clauses are too many, or ask for too many people, to be decided exactly");
        }
        return all;
    }

    /** Where they do not, that is a finding already, and nothing can be said about the ties. */
    private static boolean relationsHold(List<Requirement> children) {
        var groups = new HashSet<String>();
        for (var child : children) {
            if (child instanceof Requirement.People people) {
                var known = people.relation() == null
                        || groups.contains(people.relation().to());
                if (!known || people.group() != null && !groups.add(people.group())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The group is known to later clauses even where something else in this one cannot be read. */
    private Requirement people(YamlNode node, Set<String> groups) {
        node.allow("people", "each", "group", "relation");
        var count = node.tryGet("people", YamlNode::positiveInt);
        var each = node.tryGet("each", this::clause);
        var relation = node.tryFind("relation", this::relation).orElse(null);
        if (relation != null && !groups.contains(relation.to())) {
            node.get("relation").wrong("no earlier clause of the same all names the group " + relation.to());
        }
        var group = node.tryFind("group", YamlNode::text).orElse(null);
        if (group != null && !groups.add(group)) {
            node.get("group").wrong("duplicate: the group " + group);
        }
        return new Requirement.People(
                count.orElseThrow(Findings::said), each.orElseThrow(Findings::said), group, relation);
    }

    private Relation relation(YamlNode node) {
        node.allow("to", "is");
        return new Relation(node.get("to").text(), node.get("is").oneOf(Relation.Tie.class));
    }

    private PersonClause clause(YamlNode node) {
        if (node.isText()) {
            return new PersonClause.Holds(credential(node));
        }
        if (node.has("all")) {
            node.allow("all");
            return new PersonClause.All(node.get("all").nonEmptyList(this::clause));
        }
        if (node.has("any")) {
            node.allow("any");
            return new PersonClause.Any(node.get("any").nonEmptyList(this::clause));
        }
        throw node.unreadable("expected a credential, all or any");
    }

    /** The published spelling, whatever case the requirement is written in. */
    private String credential(YamlNode node) {
        if (credentials == null) {
            return node.text();
        }
        var credential = credentials.get(Credential.key(node.text()));
        if (credential == null) {
            throw node.unreadable("unknown credential " + node.text());
        }
        return credential.code();
    }

    private Requirement performance(YamlNode node) {
        node.allow("performance", "reach", "products", "associations", "window", "averagePerMonth");
        var metric = node.tryGet("performance", code -> known(code, Codes::metricCodes, "metric"));
        var thresholds = node.tryGet("reach", RequirementReader::thresholds);
        var products = accepted(node, "products", Codes::products, "product");
        var associations = accepted(node, "associations", Codes::associations, "association");
        var window = node.tryFind("window", name -> name.oneOf(Span.class));
        var average = node.tryFind("averagePerMonth", YamlNode::positiveDecimal);
        var code = metric.orElseThrow(Findings::said);
        return new Requirement.Performance(
                code,
                thresholds.orElseThrow(Findings::said),
                products,
                associations,
                window.orElseGet(() -> windowOf(code)),
                average.orElse(null));
    }

    private Span windowOf(String metric) {
        return codes == null || codes.metrics() == null
                ? Span.LATEST_MONTH
                : codes.metrics().get(metric).window();
    }

    /** {@code {developed: 2000, developing: 1000}}, one of them, or {@code {any: 4000}}. */
    private static Map<Market, BigDecimal> thresholds(YamlNode node) {
        node.allow("developed", "developing", "any");
        if (!node.has("developed") && !node.has("developing") && !node.has("any")) {
            throw node.unreadable("a threshold without a market: expected developed, developing or any");
        }
        if (node.has("any") && (node.has("developed") || node.has("developing"))) {
            node.wrong("any stands for both markets and beside neither");
        }
        var thresholds = new EnumMap<Market, BigDecimal>(Market.class);
        for (var market : Market.values()) {
            node.tryFind(Codes.spelling(market), YamlNode::positiveDecimal)
                    .or(() -> node.tryFind("any", YamlNode::positiveDecimal))
                    .ifPresent(threshold -> thresholds.put(market, threshold));
        }
        return thresholds;
    }

    private Set<String> accepted(YamlNode node, String key, Function<Codes, Set<String>> of, String kind) {
        return node.tryFind(key, list -> Set.copyOf(list.nonEmptyList(code -> known(code, of, kind))))
                .orElse(Set.of());
    }

    private String known(YamlNode node, Function<Codes, Set<String>> of, String kind) {
        var all = codes == null ? null : of.apply(codes);
        if (all != null && !all.contains(node.text())) {
            throw node.unreadable("unknown " + kind + " " + node.text());
        }
        return node.text();
    }
}
