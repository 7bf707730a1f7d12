package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whose leaving takes a level away. Exact: people who fulfil the same clauses are interchangeable, so it is asked of how
 * many of each kind can stay without the level being met; the answer costs what the level's counts make it cost, and not
 * what the number of employees would.
 */
public final class Leavers {

    private final Kinds kinds;
    private final List<Way> ways;

    private Leavers(Kinds kinds, List<Way> ways) {
        this.kinds = kinds;
        this.ways = ways;
    }

    /** Of a level that is not met nobody may leave, and nobody is critical. */
    public static Tolerance of(CompetencyLaw law, Level level, Facts facts, Moment moment) {
        var requirements = new ArrayList<Requirement>();
        for (var option : law.options()) {
            var requirement = option.levels().get(level);
            if (requirement != null) {
                requirements.add(requirement);
            }
        }
        if (!requirements.isEmpty() && isWaived(law.id(), level, facts, moment)) {
            return Tolerance.WHOEVER_LEAVES;
        }
        var holdings = new Holdings(facts, moment);
        var prover = new Prover(
                facts, holdings, new Figures(facts.figures(), moment.month()), facts.attestedAt(moment.at()));
        var anyOption = new Requirement.AnyOf(requirements);
        var kinds = new Kinds(anyOption, holdings.people());
        return new Leavers(kinds, new Ways(kinds, prover).toBreak(anyOption)).tolerance();
    }

    private static boolean isWaived(String competencyId, Level level, Facts facts, Moment moment) {
        return facts.waivers().stream()
                .anyMatch(waiver -> waiver.level() == level
                        && waiver.competencyId().equals(competencyId)
                        && waiver.isInForceAt(moment.at()));
    }

    private Tolerance tolerance() {
        if (ways.isEmpty()) {
            return Tolerance.WHOEVER_LEAVES;
        }
        int fewest = Integer.MAX_VALUE;
        var critical = new BitSet();
        for (var way : ways) {
            var stayers = new Stayers(kinds, way);
            int leaving = stayers.fewestLeaving();
            if (leaving == 0) {
                return Tolerance.NOT_MET;
            }
            if (leaving < fewest) {
                fewest = leaving;
                critical.clear();
            }
            if (leaving == fewest) {
                critical.or(stayers.kindsThatMayLeave());
            }
        }
        return new Tolerance(fewest - 1, people(critical));
    }

    private List<UUID> people(BitSet critical) {
        var people = new TreeSet<UUID>();
        critical.stream().forEach(kind -> people.addAll(kinds.people(kind)));
        return List.copyOf(people);
    }
}
