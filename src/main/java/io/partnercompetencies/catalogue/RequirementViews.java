package io.partnercompetencies.catalogue;

import io.partnercompetencies.catalogue.RequirementView.ClauseView;
import io.partnercompetencies.catalogue.RequirementView.RelationView;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Proof;
import io.partnercompetencies.rules.Relation;
import io.partnercompetencies.rules.Requirement;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Shows requirements, with the titles of credentials in one language. */
final class RequirementViews {

    private final Catalogue catalogue;
    private final String language;

    RequirementViews(Catalogue catalogue, String language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    RequirementView show(Requirement requirement) {
        if (requirement instanceof Requirement.AllOf all) {
            return RequirementView.group(Proof.Kind.ALL_OF, showAll(all.children()));
        }
        if (requirement instanceof Requirement.AnyOf any) {
            return RequirementView.group(Proof.Kind.ANY_OF, showAll(any.children()));
        }
        if (requirement instanceof Requirement.People people) {
            return RequirementView.people(people.count(), show(people.each()), people.group(), show(people.relation()));
        }
        if (requirement instanceof Requirement.DistinctPeople distinct) {
            return RequirementView.distinctPeople(showEach(distinct.slots()));
        }
        if (requirement instanceof Requirement.Performance performance) {
            return performance(performance);
        }
        return RequirementView.attestation(((Requirement.Attestation) requirement).code());
    }

    private List<RequirementView> showAll(List<Requirement> requirements) {
        return requirements.stream().map(this::show).toList();
    }

    private static RequirementView performance(Requirement.Performance clause) {
        return new RequirementView(
                Proof.Kind.PERFORMANCE,
                null,
                null,
                null,
                null,
                null,
                null,
                clause.metric(),
                new TreeMap<>(clause.thresholds()),
                sortedOrNull(clause.products()),
                sortedOrNull(clause.associations()),
                clause.window(),
                clause.averagePerMonth(),
                null);
    }

    private static List<String> sortedOrNull(Set<String> codes) {
        return codes.isEmpty() ? null : codes.stream().sorted().toList();
    }

    private static RelationView show(Relation relation) {
        return relation == null ? null : new RelationView(relation.to(), relation.is());
    }

    private ClauseView show(PersonClause clause) {
        if (clause instanceof PersonClause.All all) {
            return new ClauseView(ClauseView.Kind.ALL_OF, null, null, showEach(all.of()));
        }
        if (clause instanceof PersonClause.Any any) {
            return new ClauseView(ClauseView.Kind.ANY_OF, null, null, showEach(any.of()));
        }
        var code = ((PersonClause.Holds) clause).credential();
        var title = catalogue
                .credential(code)
                .map(credential -> credential.titles().in(language))
                .orElse(null);
        return new ClauseView(ClauseView.Kind.CREDENTIAL, code, title, null);
    }

    private List<ClauseView> showEach(List<PersonClause> clauses) {
        return clauses.stream().map(this::show).toList();
    }
}
