package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.List;

/** One way to break a requirement: all of these cuts. Without any it is broken already. */
record Way(List<Cut> cuts) {

    /** @return nothing where not even everybody's leaving would be enough */
    static List<Way> of(List<Cut> cuts, Kinds kinds) {
        var needed = new ArrayList<Cut>();
        for (var cut : cuts) {
            if (cut.most() < 0) {
                return List.of();
            }
            if (!cut.holdsAlready(kinds)) {
                needed.add(cut);
            }
        }
        return List.of(new Way(needed));
    }

    /** Both ways gone together, without the cuts that the others bring along. */
    Way and(Way other) {
        var together = new ArrayList<Cut>();
        cuts.forEach(cut -> add(together, cut));
        other.cuts.forEach(cut -> add(together, cut));
        return new Way(together);
    }

    private static void add(List<Cut> cuts, Cut added) {
        if (cuts.stream().noneMatch(cut -> cut.implies(added))) {
            cuts.removeIf(added::implies);
            cuts.add(added);
        }
    }

    /** Whether whoever goes this way goes the other one too, which so may only be shorter. */
    boolean implies(Way other) {
        return other.cuts.stream().allMatch(theirs -> cuts.stream().anyMatch(ours -> ours.implies(theirs)));
    }

    /** Without those that cannot be shorter than another. */
    static List<Way> shortest(List<Way> ways) {
        var shortest = new ArrayList<Way>();
        for (var way : ways) {
            if (shortest.stream().noneMatch(way::implies)) {
                shortest.removeIf(longer -> longer.implies(way));
                shortest.add(way);
            }
        }
        return shortest;
    }
}
