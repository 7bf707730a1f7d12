package io.partnercompetencies.membership;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Reason;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Term;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds what a held level falls by. For one that will not be met on the anniversary the forecast knows; for one that fell,
 * the first that fits: lost achievements that its requirements name; an override, an
 * exemption or an attestation that ended, or other requirements in force; what was changed; or else a figure.
 */
@Singleton
class Blame {

    private final Catalogue catalogue;

    Blame(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param explained whether this evaluation knows the reason: the level has just fallen, or is still to fall */
    Risk risk(Judgement judgement, HeldLevel level, Term term, boolean explained) {
        var reason = level.isMetIn(judgement.statuses())
                ? judgement.forecast().whyItFalls(level.competencyId(), level.level(), judgement.at(), term.decidedAt())
                : whyItFell(judgement, level);
        return new Risk(
                judgement.organizationId(),
                level,
                reason.causes().get(0),
                reason.people(),
                reason.achievements(),
                term.expiresOn(),
                judgement.at(),
                explained);
    }

    private Reason whyItFell(Judgement judgement, HeldLevel level) {
        var requirements = requirements(level, judgement.at());
        var named = credentials(requirements);
        var losses = judgement.losses().stream()
                .filter(loss -> named.contains(Credential.key(loss.credential())))
                .toList();
        return new Reason(
                List.of(cause(judgement, level, requirements, losses)),
                losses.stream().map(Loss::userId).distinct().toList(),
                losses.stream().map(Loss::achievementId).distinct().toList());
    }

    /**
     * Where nobody did anything and nothing ended, a month has left a window; and what names no figure was met by an
     * exemption of the term that has been renewed.
     */
    private Cause cause(Judgement judgement, HeldLevel level, List<Requirement> requirements, List<Loss> losses) {
        if (!losses.isEmpty()) {
            return losses.get(0).cause();
        }
        if (judgement.ended().waived().contains(level)) {
            return Cause.OVERRIDE_ENDS;
        }
        if (namesAny(requirements, judgement.ended().attestations())) {
            return Cause.ATTESTATION_ENDS;
        }
        if (!requirements.equals(requirements(level, judgement.ended().since()))) {
            return Cause.REQUIREMENT_CHANGES;
        }
        if (judgement.cause() != null) {
            return judgement.cause();
        }
        return nameFigures(requirements) ? Cause.PERFORMANCE_DROPS : Cause.OVERRIDE_ENDS;
    }

    /** What the options in force at the instant ask for the level. */
    private List<Requirement> requirements(HeldLevel level, Instant at) {
        return catalogue.laws(at).stream()
                .filter(law -> law.id().equals(level.competencyId()))
                .flatMap(law -> law.options().stream())
                .map(option -> option.levels().get(level.level()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> credentials(List<Requirement> requirements) {
        var named = new HashSet<String>();
        requirements.forEach(requirement -> requirement.forEachCredential(code -> named.add(Credential.key(code))));
        return named;
    }

    private static boolean nameFigures(List<Requirement> requirements) {
        var found = new boolean[1];
        requirements.forEach(
                requirement -> requirement.forEach(node -> found[0] |= node instanceof Requirement.Performance));
        return found[0];
    }

    private static boolean namesAny(List<Requirement> requirements, Set<String> attestations) {
        var found = new boolean[1];
        requirements.forEach(requirement -> requirement.forEach(
                node -> found[0] |= node instanceof Requirement.Attestation one && attestations.contains(one.code())));
        return found[0];
    }
}
