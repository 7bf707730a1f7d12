package io.partnercompetencies.membership;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.organization.Cause;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Credential;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what a held level fell by: the lost achievements that its requirements name, or else what was changed. */
@Singleton
class Blame {

    private final Catalogue catalogue;

    Blame(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Risk risk(Judgement judgement, HeldLevel level, LocalDate bitesOn) {
        var named = credentials(judgement, level);
        var losses = judgement.losses().stream()
                .filter(loss -> named.contains(Credential.key(loss.credential())))
                .toList();
        return new Risk(
                judgement.organizationId(),
                level,
                cause(judgement, losses),
                losses.stream().map(Loss::userId).distinct().toList(),
                losses.stream().map(Loss::achievementId).distinct().toList(),
                bitesOn,
                judgement.at());
    }

    /** Where nobody did anything and nothing expired, a month has left a window. */
    private static Cause cause(Judgement judgement, List<Loss> losses) {
        if (!losses.isEmpty()) {
            return losses.get(0).cause();
        }
        return judgement.cause() != null ? judgement.cause() : Cause.PERFORMANCE_DROPS;
    }

    private Set<String> credentials(Judgement judgement, HeldLevel level) {
        var named = new HashSet<String>();
        catalogue.laws(judgement.at()).stream()
                .filter(law -> law.id().equals(level.competencyId()))
                .flatMap(law -> law.options().stream())
                .filter(option -> option.levels().containsKey(level.level()))
                .forEach(option ->
                        option.levels().get(level.level()).forEachCredential(code -> named.add(Credential.key(code))));
        return named;
    }
}
