package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds every way to break clauses that are tied to each other (R3): no choice must satisfy them all at once. */
final class JointWays {

    /**
     * Up to so many clauses, prices tell exactly whether a choice exists; beyond, whole numbers may stand in its way where
     * prices do not. Three groups within one group need four clauses to show it.
     */
    private static final int PRICES_SUFFICE = 3;

    private final List<Requirement.People> clauses;
    private final JointChoice choice;
    private final Kinds kinds;
    /** Of each kind of the organisation the clauses that it fulfils, as bits. */
    private final int[] fulfilled;

    private final List<Way> ways = new ArrayList<>();

    JointWays(List<Requirement.People> clauses, Kinds kinds) {
        this.clauses = clauses;
        this.kinds = kinds;
        choice = new JointChoice(clauses);
        fulfilled = new int[kinds.size()];
        for (int i = 0; i < clauses.size(); i++) {
            int bit = 1 << i;
            kinds.fulfilling(clauses.get(i).each()).stream().forEach(kind -> fulfilled[kind] |= bit);
        }
    }

    List<Way> toBreak() {
        if (clauses.size() <= PRICES_SUFFICE) {
            byPrices(new int[clauses.size()], 0);
        } else {
            byWitnesses();
        }
        return Way.shortest(ways);
    }

    /**
     * Every clause gets a price of -1, 0 or 1, every person the greatest that a choice for him may bring. Where all
     * together bring less than the clauses cost there is no choice, and where there is none some prices show it.
     */
    private void byPrices(int[] prices, int clause) {
        if (clause < prices.length) {
            for (int price = -1; price <= 1; price++) {
                prices[clause] = price;
                byPrices(prices, clause + 1);
            }
            return;
        }
        int cost = 0;
        for (int i = 0; i < prices.length; i++) {
            cost += prices[i] * clauses.get(i).count();
        }
        var brings = Arrays.stream(fulfilled)
                .map(kind -> choice.greatestPrice(kind, prices))
                .toArray();
        ways.addAll(Way.of(List.of(new Cut(brings, cost - 1)), kinds));
    }

    /** Whoever breaks them takes, of some kind, so many that fewer are left than a choice needs that is known to do. */
    private void byWitnesses() {
        var everybody = new int[1 << clauses.size()];
        for (int kind = 0; kind < fulfilled.length; kind++) {
            everybody[fulfilled[kind]] += kinds.count(kind);
        }
        branch(everybody, everybody, new HashSet<>());
    }

    private void branch(int[] staying, int[] everybody, Set<List<Integer>> seen) {
        if (!seen.add(Arrays.stream(staying).boxed().toList())) {
            return;
        }
        if (!suffice(staying)) {
            leave(staying, everybody);
            return;
        }
        var needed = fewest(staying);
        for (int kind = 1; kind < needed.length; kind++) {
            if (needed[kind] > 0) {
                var fewer = staying.clone();
                fewer[kind] = needed[kind] - 1;
                branch(fewer, everybody, seen);
            }
        }
    }

    private boolean suffice(int[] staying) {
        return choice.isWhole(choice.best(staying));
    }

    /** Some of them who suffice, and of whom nobody may be missing. */
    private int[] fewest(int[] staying) {
        var needed = staying.clone();
        int asked = clauses.stream().mapToInt(Requirement.People::count).sum();
        for (int kind = 1; kind < needed.length; kind++) {
            needed[kind] = Math.min(needed[kind], asked);
            while (needed[kind] > 0) {
                needed[kind]--;
                if (!suffice(needed)) {
                    needed[kind]++;
                    break;
                }
            }
        }
        return needed;
    }

    private void leave(int[] staying, int[] everybody) {
        var cuts = new ArrayList<Cut>();
        for (int kind = 1; kind < staying.length; kind++) {
            if (staying[kind] < everybody[kind]) {
                int only = kind;
                var weights =
                        Arrays.stream(fulfilled).map(of -> of == only ? 1 : 0).toArray();
                cuts.add(new Cut(weights, staying[kind]));
            }
        }
        ways.addAll(Way.of(cuts, kinds));
    }
}
