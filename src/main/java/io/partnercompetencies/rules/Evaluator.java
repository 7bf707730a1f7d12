package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Judges one organisation at one moment (R8). Indexes the facts once, then answers for any number of competencies; not
 * to be shared between threads.
 */
public final class Evaluator {

    private final Facts facts;
    private final Moment moment;
    private final Holdings holdings;
    private final Figures figures;
    private final Set<String> attested;
    private final Prover prover;

    public Evaluator(Facts facts, Moment moment) {
        this.facts = facts;
        this.moment = moment;
        this.holdings = new Holdings(facts, moment);
        this.figures = new Figures(facts.figures(), moment.month());
        this.attested = facts.attestedAt(moment.at());
        this.prover = new Prover(facts, holdings, figures, attested);
    }

    public static CompetencyStatus evaluate(CompetencyLaw law, Facts facts, Moment moment) {
        return new Evaluator(facts, moment).evaluate(law);
    }

    public CompetencyStatus evaluate(CompetencyLaw law) {
        var untouched = law.untouched().status(facts.market(), moment);
        return touches(law.names()) || isWaived(law.id()) ? judge(law, untouched) : untouched;
    }

    private boolean touches(Names names) {
        return names.meet(holdings.codes(), figures.metrics(), attested);
    }

    private boolean isWaived(String competencyId) {
        for (var waiver : facts.waivers()) {
            if (waiver.competencyId().equals(competencyId)) {
                return true;
            }
        }
        return false;
    }

    /** @param untouched what the law says of everybody who has nothing that it names; null when that is being asked */
    CompetencyStatus judge(CompetencyLaw law, CompetencyStatus untouched) {
        var levels = new ArrayList<LevelStatus>(law.levels().size());
        for (var level : law.levels()) {
            levels.add(level(law, level, untouched == null ? null : untouched.level(level)));
        }
        return new CompetencyStatus(
                law.id(), levels, holdings.pendingOf(law.names().credentials()));
    }

    private LevelStatus level(CompetencyLaw law, Level level, LevelStatus untouched) {
        var options = new ArrayList<OptionStatus>(law.options().size());
        OptionStatus nearest = null;
        boolean started = false;
        for (var option : law.options()) {
            var requirement = option.levels().get(level);
            if (requirement == null) {
                continue;
            }
            var names = law.names(requirement);
            var status = untouched == null || touches(names)
                    ? option(option.id(), requirement)
                    : untouched.options().get(options.size());
            options.add(status);
            started = started || holdings.countsAnyOf(names.credentials()) || countsSomethingElse(status.proof());
            if (nearest == null || isNearer(status, nearest)) {
                nearest = status;
            }
        }
        var waivers = waivers(law.id(), level);
        var metBy = nearest.met()
                ? MetBy.FACTS
                : waivers.isEmpty() ? null : waivers.get(0).by();
        return new LevelStatus(
                level, metBy != null, metBy, nearest.progress(), nearest.option(), started, options, waivers);
    }

    private OptionStatus option(String id, Requirement requirement) {
        var proof = prover.prove(requirement).proof();
        return new OptionStatus(id, proof.met(), Progress.of(proof), requirement, proof);
    }

    private static boolean isNearer(OptionStatus status, OptionStatus nearest) {
        return status.progress().compareTo(nearest.progress()) > 0;
    }

    /** Whether a figure above 0 or an attestation counts somewhere in the proof. */
    private static boolean countsSomethingElse(Proof proof) {
        if (proof.kind() == Proof.Kind.PERFORMANCE || proof.kind() == Proof.Kind.ATTESTATION) {
            return proof.counted().compareTo(BigDecimal.ZERO) > 0;
        }
        if (proof.children() != null) {
            for (var child : proof.children()) {
                if (countsSomethingElse(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those in force, overrides first (R7). */
    private List<Waiver> waivers(String competencyId, Level level) {
        if (facts.waivers().isEmpty()) {
            return List.of();
        }
        return facts.waivers().stream()
                .filter(waiver -> waiver.level() == level
                        && waiver.competencyId().equals(competencyId)
                        && waiver.isInForceAt(moment.at()))
                .sorted(Comparator.comparing(Waiver::by).thenComparing(Waiver::id))
                .toList();
    }

    /** For an organisation and everything in force: shorthand for one evaluator and all laws. */
    public static List<CompetencyStatus> evaluateAll(List<CompetencyLaw> laws, Facts facts, Moment moment) {
        var evaluator = new Evaluator(facts, moment);
        return laws.stream().map(evaluator::evaluate).toList();
    }
}
