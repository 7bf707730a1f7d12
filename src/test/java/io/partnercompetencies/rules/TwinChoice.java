package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The {@link Twin}'s choice of people for the clauses of an all-of that are tied to each other: every choice of at most
 * so many as the clause asks for is tried, and the one of the greatest progress taken; among equals the earlier clauses
 * get more.
 */
final class TwinChoice {

    private final Requirement.AllOf all;
    private final List<Integer> tied;
    private final TwinPeople.Have have;
    private final Map<String, Set<UUID>> chosenForGroup = new HashMap<>();
    private List<Integer> best;
    private Fraction bestProgress;

    private TwinChoice(Requirement.AllOf all, List<Integer> tied, TwinPeople.Have have) {
        this.all = all;
        this.tied = tied;
        this.have = have;
    }

    /** How many each tied clause gets, by its position in the all-of. */
    static Map<Integer, Integer> best(Requirement.AllOf all, TwinPeople.Have have) {
        var tied = tied(all);
        var choice = new TwinChoice(all, tied, have);
        choice.tryAll(List.of());
        var counts = new HashMap<Integer, Integer>();
        for (int i = 0; i < tied.size(); i++) {
            counts.put(tied.get(i), choice.best.get(i));
        }
        return counts;
    }

    /** Those that ask for some or none of a group's people, and the groups that they mean. */
    private static List<Integer> tied(Requirement.AllOf all) {
        var meant = new HashSet<String>();
        for (var child : all.children()) {
            if (child instanceof Requirement.People clause && binds(clause)) {
                meant.add(clause.relation().to());
            }
        }
        var tied = new ArrayList<Integer>();
        for (int i = 0; i < all.children().size(); i++) {
            if (all.children().get(i) instanceof Requirement.People clause
                    && (binds(clause) || meant.contains(clause.group()))) {
                tied.add(i);
            }
        }
        return tied;
    }

    private static boolean binds(Requirement.People clause) {
        return clause.relation() != null && clause.relation().is() != Relation.Tie.SAME_OR_DIFFERENT;
    }

    private void tryAll(List<Integer> sizes) {
        if (sizes.size() == tied.size()) {
            compare(sizes);
            return;
        }
        var clause = clause(sizes.size());
        for (var people : choices(clause)) {
            if (clause.group() != null) {
                chosenForGroup.put(clause.group(), people);
            }
            var longer = new ArrayList<>(sizes);
            longer.add(people.size());
            tryAll(longer);
        }
    }

    private Requirement.People clause(int index) {
        return (Requirement.People) all.children().get(tied.get(index));
    }

    private List<Set<UUID>> choices(Requirement.People clause) {
        var eligible = new ArrayList<UUID>();
        for (var person : have.whoFulfil(clause.each())) {
            if (mayBeChosen(person, clause)) {
                eligible.add(person);
            }
        }
        var choices = new ArrayList<Set<UUID>>();
        for (int mask = 0; mask < 1 << eligible.size(); mask++) {
            var people = new HashSet<UUID>();
            for (int i = 0; i < eligible.size(); i++) {
                if ((mask >> i) % 2 == 1) {
                    people.add(eligible.get(i));
                }
            }
            if (people.size() <= clause.count()) {
                choices.add(people);
            }
        }
        return choices;
    }

    private boolean mayBeChosen(UUID person, Requirement.People clause) {
        if (!binds(clause)) {
            return true;
        }
        boolean isInGroup = chosenForGroup.get(clause.relation().to()).contains(person);
        return clause.relation().is() == Relation.Tie.SUBSET ? isInGroup : !isInGroup;
    }

    private void compare(List<Integer> sizes) {
        var progress = Fraction.ZERO;
        for (int i = 0; i < sizes.size(); i++) {
            progress = progress.plus(
                    Fraction.of(sizes.get(i)).by(Fraction.of(clause(i).count())));
        }
        int better = best == null ? 1 : progress.compareTo(bestProgress);
        if (better > 0 || better == 0 && givesEarlierMore(sizes)) {
            best = sizes;
            bestProgress = progress;
        }
    }

    private boolean givesEarlierMore(List<Integer> sizes) {
        for (int i = 0; i < sizes.size(); i++) {
            if (!sizes.get(i).equals(best.get(i))) {
                return sizes.get(i) > best.get(i);
            }
        }
        return false;
    }
}
