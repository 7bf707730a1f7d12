package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every way to break clauses that are tied to each other (R3): no choice must satisfy them all at once.
 *
 * <p>Each clause gets a price, each person the greatest that a choice for him may bring. Where all together bring less
 * than the clauses cost there is no choice; and up to {@link Ties#MOST_CLAUSES} clauses, where there is none some prices
 * show it. Whole prices from 1 downwards do: below 0 only for a group that others must be chosen from, down to one less
 * than they are.
 */
final class JointWays {

    private final List<Requirement.People> clauses;
    private final JointChoice choice;
    private final Kinds kinds;
    /** Of each kind of the organisation the clauses that it fulfils, as bits. */
    private final int[] fulfilled;

    private final int[] prices;
    private final List<Way> ways = new ArrayList<>();

    JointWays(List<Requirement.People> clauses, Kinds kinds) {
        this.clauses = clauses;
        this.kinds = kinds;
        choice = new JointChoice(clauses);
        prices = new int[clauses.size()];
        fulfilled = new int[kinds.size()];
        for (int i = 0; i < clauses.size(); i++) {
            int bit = 1 << i;
            kinds.fulfilling(clauses.get(i).each()).stream().forEach(kind -> fulfilled[kind] |= bit);
        }
    }

    List<Way> toBreak() {
        priceFrom(0);
        return Way.shortest(ways);
    }

    private void priceFrom(int clause) {
        if (clause == prices.length) {
            addWay();
            return;
        }
        int chosenFrom = choice.groupsWithin(clause);
        int lowest = chosenFrom == 0 ? 0 : -Math.max(1, chosenFrom - 1);
        for (int price = lowest; price <= 1; price++) {
            prices[clause] = price;
            priceFrom(clause + 1);
        }
    }

    private void addWay() {
        int cost = 0;
        for (int i = 0; i < prices.length; i++) {
            cost += prices[i] * clauses.get(i).count();
        }
        var brings = Arrays.stream(fulfilled)
                .map(clausesOfKind -> choice.greatestPrice(clausesOfKind, prices))
                .toArray();
        ways.addAll(Way.of(List.of(new Cut(brings, cost - 1)), kinds));
    }
}
