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

/** Reads requirement trees. The key that a node begins with says what it is. */
final class RequirementReader {

    private final Codes codes;
    private final Map<String, CatalogueCredential> credentials;

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
            return new Requirement.Attestation(known(node.get("attestation"), codes.attestations(), "attestation"));
        }
        throw node.unreadable("expected one of all, any, people, distinctPeople, performance, attestation");
    }

    private Requirement all(YamlNode node) {
        node.allow("all");
        var groups = new HashSet<String>();
        var relationsHold = new boolean[] {true};
        List<Requirement> children = node.get("all").nonEmptyList(child -> {
            var requirement = read(child, groups);
            if (requirement instanceof Requirement.People people) {
                relationsHold[0] &= people.relation() == null
                        || groups.contains(people.relation().to());
                if (people.group() != null && !groups.add(people.group())) {
                    child.get("group").wrong("duplicate: the group " + people.group());
                    relationsHold[0] = false;
                }
            }
            return requirement;
        });
        var all = new Requirement.AllOf(children);
        if (relationsHold[0] && !Ties.areDecidable(all)) {
            node.wrong("the tied clauses ask for too many people to be decided exactly");
        }
        return all;
    }

    private Requirement people(YamlNode node, Set<String> groups) {
        node.allow("people", "each", "group", "relation");
        int count = node.get("people").positiveInt();
        var group = node.find("group").map(YamlNode::text).orElse(null);
        var relation = node.find("relation").map(this::relation).orElse(null);
        if (relation != null && !groups.contains(relation.to())) {
            node.get("relation").wrong("no earlier clause of the same all names the group " + relation.to());
        }
        return new Requirement.People(count, clause(node.get("each")), group, relation);
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
        var credential = credentials.get(Credential.key(node.text()));
        if (credential == null) {
            throw node.unreadable("unknown credential " + node.text());
        }
        return credential.code();
    }

    private Requirement performance(YamlNode node) {
        node.allow("performance", "reach", "products", "associations", "window", "averagePerMonth");
        var metric = codes.metrics()
                .get(known(node.get("performance"), codes.metrics().keySet(), "metric"));
        return new Requirement.Performance(
                metric.code(),
                thresholds(node.get("reach")),
                accepted(node, "products", codes.products(), "product"),
                accepted(node, "associations", codes.associations(), "association"),
                node.find("window").map(window -> window.oneOf(Span.class)).orElse(metric.window()),
                node.find("averagePerMonth").map(YamlNode::positiveDecimal).orElse(null));
    }

    /** {@code {developed: 2000, developing: 1000}}, one of them, or {@code {any: 4000}}. */
    private Map<Market, BigDecimal> thresholds(YamlNode node) {
        node.allow("developed", "developing", "any");
        var thresholds = new EnumMap<Market, BigDecimal>(Market.class);
        node.find("developed").map(YamlNode::positiveDecimal).ifPresent(one -> thresholds.put(Market.DEVELOPED, one));
        node.find("developing").map(YamlNode::positiveDecimal).ifPresent(one -> thresholds.put(Market.DEVELOPING, one));
        var any = node.find("any").map(YamlNode::positiveDecimal);
        if (any.isPresent() && !thresholds.isEmpty()) {
            node.wrong("any stands for both markets and beside neither");
        }
        any.ifPresent(one -> List.of(Market.values()).forEach(market -> thresholds.put(market, one)));
        if (thresholds.isEmpty()) {
            throw node.unreadable("a threshold without a market: expected developed, developing or any");
        }
        return thresholds;
    }

    private static Set<String> accepted(YamlNode node, String key, Set<String> codes, String kind) {
        return node.find(key)
                .map(list -> Set.copyOf(list.nonEmptyList(code -> known(code, codes, kind))))
                .orElse(Set.of());
    }

    private static String known(YamlNode node, Set<String> codes, String kind) {
        if (!codes.contains(node.text())) {
            throw node.unreadable("unknown " + kind + " " + node.text());
        }
        return node.text();
    }
}
