package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Proof;
import io.partnercompetencies.rules.Relation;
import io.partnercompetencies.rules.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A requirement to read; what does not apply to the kind is null.
 *
 * @param count of different persons
 * @param each what every one of them must have
 * @param slots what a different person each must have
 * @param thresholds by market; without one for the organisation's market the requirement cannot be met there
 * @param products accepted ones, null = any; likewise {@code associations}
 */
public record RequirementView(
        Proof.Kind kind,
        List<RequirementView> children,
        Integer count,
        ClauseView each,
        String group,
        RelationView relation,
        List<ClauseView> slots,
        String metric,
        Map<Market, BigDecimal> thresholds,
        List<String> products,
        List<String> associations,
        Span window,
        BigDecimal averagePerMonth,
        String attestation) {

    /** Ties the persons to those of an earlier group. */
    @Schema(name = "PeopleRelation")
    public record RelationView(String group, Relation.Tie is) {}

    /** What one person must have: a credential with its title, or all or any of several clauses. */
    @Schema(name = "PersonClause")
    public record ClauseView(Kind kind, String credential, String title, List<ClauseView> of) {

        @Schema(name = "PersonClauseKind")
        public enum Kind {
            CREDENTIAL,
            ALL_OF,
            ANY_OF
        }
    }

    static RequirementView group(Proof.Kind kind, List<RequirementView> children) {
        return new RequirementView(
                kind, children, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static RequirementView people(int count, ClauseView each, String group, RelationView relation) {
        return new RequirementView(
                Proof.Kind.PEOPLE, null, count, each, group, relation, null, null, null, null, null, null, null, null);
    }

    static RequirementView distinctPeople(List<ClauseView> slots) {
        return new RequirementView(
                Proof.Kind.DISTINCT_PEOPLE,
                null,
                slots.size(),
                null,
                null,
                null,
                slots,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static RequirementView attestation(String code) {
        return new RequirementView(
                Proof.Kind.ATTESTATION, null, null, null, null, null, null, null, null, null, null, null, null, code);
    }
}
