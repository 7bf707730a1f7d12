package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A node of an option's tree: what an organisation must have to attain a level. */
public sealed interface Requirement {

    record AllOf(List<Requirement> children) implements Requirement {
        public AllOf {
            children = List.copyOf(children);
        }
    }

    /** One child must hold by itself: two people by exams or two by certification, never one of each (R4). */
    record AnyOf(List<Requirement> children) implements Requirement {
        public AnyOf {
            children = List.copyOf(children);
        }
    }

    /**
     * That many different persons, each of whom fulfils the clause (R3).
     *
     * @param group the name under which later clauses of the same all-of refer to the chosen, or null
     * @param relation the tie to an earlier group, or null
     */
    record People(int count, PersonClause each, String group, Relation relation) implements Requirement {
        public People(int count, PersonClause each) {
            this(count, each, null, null);
        }
    }

    /** One person for each slot, all of them different: an assignment, not a count (R3, rule 6.8). */
    record DistinctPeople(List<PersonClause> slots) implements Requirement {
        public DistinctPeople {
            slots = List.copyOf(slots);
        }
    }

    /**
     * A figure that reaches a threshold (R6). Trials never qualify.
     *
     * @param thresholds by market; where the organisation's is missing the clause cannot be met
     * @param products accepted products and workloads, empty = any
     * @param associations accepted association types, empty = every
     * @param averagePerMonth a second bound, the window's sum divided by its months, or null
     */
    record Performance(
            String metric,
            Map<Market, BigDecimal> thresholds,
            Set<String> products,
            Set<String> associations,
            Span window,
            BigDecimal averagePerMonth)
            implements Requirement {
        public Performance {
            thresholds = Map.copyOf(thresholds);
            products = Set.copyOf(products);
            associations = Set.copyOf(associations);
        }
    }

    /** A status granted outside the programme, by its catalogue code (rule 6.22). */
    record Attestation(String code) implements Requirement {}

    /** Visits this node and every one beneath it, in order. */
    default void forEach(Consumer<Requirement> visit) {
        visit.accept(this);
        if (this instanceof AllOf all) {
            all.children().forEach(child -> child.forEach(visit));
        } else if (this instanceof AnyOf any) {
            any.children().forEach(child -> child.forEach(visit));
        }
    }

    /** Gives every credential named anywhere in the tree, repeated ones too. */
    default void forEachCredential(Consumer<String> use) {
        forEach(node -> {
            if (node instanceof People people) {
                people.each().forEachCredential(use);
            } else if (node instanceof DistinctPeople distinct) {
                distinct.slots().forEach(slot -> slot.forEachCredential(use));
            }
        });
    }
}
