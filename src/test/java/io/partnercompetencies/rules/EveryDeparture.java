package io.partnercompetencies.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Who may leave, found by letting every group of people leave, the small ones first. */
public final class EveryDeparture {

    private final List<UUID> people;
    private final Predicate<Facts> isMet;
    private final Facts facts;
    private final Set<UUID> critical = new TreeSet<>();

    private EveryDeparture(Facts facts, Predicate<Facts> isMet) {
        this.facts = facts;
        this.isMet = isMet;
        people = facts.credits().stream().map(Credit::userId).distinct().toList();
    }

    public static Tolerance of(Facts facts, Predicate<Facts> isMet) {
        return new EveryDeparture(facts, isMet).tolerance();
    }

    private Tolerance tolerance() {
        if (!isMet.test(facts)) {
            return new Tolerance(0, List.of());
        }
        for (int leaving = 1; leaving <= people.size(); leaving++) {
            leave(new TreeSet<>(), 0, leaving);
            if (!critical.isEmpty()) {
                return new Tolerance(leaving - 1, List.copyOf(critical));
            }
        }
        return new Tolerance(null, List.of());
    }

    private void leave(Set<UUID> leavers, int from, int more) {
        if (more == 0) {
            if (!isMet.test(without(leavers))) {
                critical.addAll(leavers);
            }
            return;
        }
        for (int next = from; next <= people.size() - more; next++) {
            leavers.add(people.get(next));
            leave(leavers, next + 1, more - 1);
            leavers.remove(people.get(next));
        }
    }

    private Facts without(Set<UUID> leavers) {
        return new Facts(
                facts.market(),
                facts.credits().stream()
                        .filter(credit -> !leavers.contains(credit.userId()))
                        .toList(),
                facts.figures(),
                facts.attestations(),
                facts.waivers(),
                facts.credentials());
    }
}
