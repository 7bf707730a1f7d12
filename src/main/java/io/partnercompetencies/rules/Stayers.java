package io.partnercompetencies.rules;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of how many people a way to break a requirement lets stay. Those who weigh the same in every cut are one group; a
 * state says what the cuts still bear. The states are bounded by what the level asks, not by how many people there are.
 */
final class Stayers {

    private final Way way;
    /** Who weighs nothing stays in any case, and is left out. */
    private final Map<IntBuffer, Integer> groups = new LinkedHashMap<>();

    private final IntBuffer[] groupOf;
    private final int everybody;
    private final int most;

    Stayers(Kinds kinds, Way way) {
        this.way = way;
        groupOf = new IntBuffer[kinds.size()];
        int weighing = 0;
        for (int kind = 0; kind < groupOf.length; kind++) {
            int position = kind;
            groupOf[kind] = IntBuffer.wrap(
                    way.cuts().stream().mapToInt(cut -> cut.weights()[position]).toArray());
            if (weighs(groupOf[kind])) {
                groups.merge(groupOf[kind], kinds.count(kind), Integer::sum);
                weighing += kinds.count(kind);
            }
        }
        everybody = weighing;
        most = mostStaying();
    }

    private static boolean weighs(IntBuffer group) {
        for (int cut = 0; cut < group.limit(); cut++) {
            if (group.get(cut) > 0) {
                return true;
            }
        }
        return false;
    }

    int fewestLeaving() {
        return everybody - most;
    }

    /** The kinds of whom somebody leaves when the fewest leave, in this or that choice of them. */
    BitSet kindsThatMayLeave() {
        var leaving = new HashMap<IntBuffer, Boolean>();
        var kinds = new BitSet();
        for (int kind = 0; kind < groupOf.length; kind++) {
            if (groups.containsKey(groupOf[kind])) {
                kinds.set(kind, leaving.computeIfAbsent(groupOf[kind], this::mayLeave));
            }
        }
        return kinds;
    }

    /** Whether as many can stay of one person fewer. */
    private boolean mayLeave(IntBuffer group) {
        groups.merge(group, -1, Integer::sum);
        int without = mostStaying();
        groups.merge(group, 1, Integer::sum);
        return without == most;
    }

    private int mostStaying() {
        var bearing = way.cuts().stream().mapToInt(Cut::most).toArray();
        int light = keepLight(bearing);
        Map<IntBuffer, Integer> staying = Map.of(IntBuffer.wrap(bearing), light);
        for (var group : groups.entrySet()) {
            if (!isLight(group.getKey())) {
                staying = keep(group.getKey(), group.getValue(), staying);
            }
        }
        return staying.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Who weighs 1 in one cut alone stays before anybody else: nobody else who weighs in that cut costs less. */
    private int keepLight(int[] bearing) {
        int kept = 0;
        for (var group : groups.entrySet()) {
            if (isLight(group.getKey())) {
                int cut = heaviest(group.getKey());
                int staying = Math.min(group.getValue(), bearing[cut]);
                bearing[cut] -= staying;
                kept += staying;
            }
        }
        return kept;
    }

    private static boolean isLight(IntBuffer group) {
        int sum = 0;
        for (int cut = 0; cut < group.limit(); cut++) {
            sum += group.get(cut);
        }
        return sum == 1;
    }

    private static int heaviest(IntBuffer group) {
        int heaviest = 0;
        for (int cut = 1; cut < group.limit(); cut++) {
            heaviest = group.get(cut) > group.get(heaviest) ? cut : heaviest;
        }
        return heaviest;
    }

    private static Map<IntBuffer, Integer> keep(IntBuffer group, int people, Map<IntBuffer, Integer> staying) {
        var with = new HashMap<IntBuffer, Integer>();
        staying.forEach((bearing, kept) -> {
            var left = bearing;
            for (int more = 0; more <= people && left != null; more++) {
                with.merge(left, kept + more, Math::max);
                left = less(left, group);
            }
        });
        return with;
    }

    /** What the cuts bear after one more of the group, or null where one of them breaks. */
    private static IntBuffer less(IntBuffer bearing, IntBuffer group) {
        var left = new int[bearing.limit()];
        for (int cut = 0; cut < left.length; cut++) {
            left[cut] = bearing.get(cut) - group.get(cut);
            if (left[cut] < 0) {
                return null;
            }
        }
        return IntBuffer.wrap(left);
    }
}
