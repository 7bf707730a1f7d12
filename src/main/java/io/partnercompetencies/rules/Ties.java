package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Which clauses of an all-of must be decided jointly (R3): a group and the clauses tied to it, directly or through a
 * clause that is a group itself. A clause that allows the same or different people binds nobody and stays by itself.
 */
public final class Ties {

    /**
     * How many combinations of counts a joint decision may have to keep apart. Fifteen and fifteen people are 256;
     * beyond this the exact answer would cost too much on every evaluation, and the catalogue is refused.
     */
    private static final long MOST_STATES = 20_000;

    /**
     * How many clauses a joint decision may have. With five it begins that whole people make a choice impossible which
     * fractions of people would satisfy; then nothing short of trying tells how many may leave ({@link JointWays}).
     */
    static final int MOST_CLAUSES = 4;

    /** The clauses of one joint decision, as positions in the all-of; each but the first is tied to an earlier one. */
    record Knot(List<Integer> positions) {}

    private Ties() {}

    static boolean binds(Requirement.People clause) {
        return clause.relation() != null && clause.relation().is() != Relation.Tie.SAME_OR_DIFFERENT;
    }

    static List<Knot> among(List<Requirement> children) {
        boolean anyTie = false;
        for (var child : children) {
            anyTie |= child instanceof Requirement.People people && binds(people);
        }
        return anyTie ? knots(children) : List.of();
    }

    private static List<Knot> knots(List<Requirement> children) {
        var byGroup = new HashMap<String, Knot>();
        var knots = new ArrayList<Knot>();
        for (int i = 0; i < children.size(); i++) {
            if (!(children.get(i) instanceof Requirement.People people)) {
                continue;
            }
            var knot = binds(people) ? byGroup.get(people.relation().to()) : new Knot(new ArrayList<>());
            if (knot == null) {
                throw new IllegalArgumentException(
                        "No earlier group " + people.relation().to());
            }
            knot.positions().add(i);
            if (!binds(people)) {
                knots.add(knot);
            }
            if (people.group() != null) {
                byGroup.put(people.group(), knot);
            }
        }
        knots.removeIf(knot -> knot.positions().size() == 1);
        return knots;
    }

    /** Whether every joint decision of the all-of is small enough to be made exactly. */
    public static boolean areDecidable(Requirement.AllOf all) {
        for (var knot : among(all.children())) {
            double states = 1;
            for (int position : knot.positions()) {
                states *= ((Requirement.People) all.children().get(position)).count() + 1.0;
            }
            if (states > MOST_STATES || knot.positions().size() > MOST_CLAUSES) {
                return false;
            }
        }
        return true;
    }
}
