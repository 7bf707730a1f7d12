package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Moment;
import java.util.List;

/** What counted at the last evaluation and does not count now, though nobody did anything. */
final class LossesByTime {

    private LossesByTime() {}

    static List<Loss> between(Facts facts, Moment before, Moment now) {
        return facts.credits().stream()
                .filter(credit -> status(credit, facts, before) == CreditStatus.COUNTED)
                .filter(credit -> status(credit, facts, now) != CreditStatus.COUNTED)
                .map(credit -> new Loss(
                        credit.userId(),
                        credit.achievementId(),
                        credit.credential(),
                        credit.dueAt(),
                        status(credit, facts, now) == CreditStatus.EXPIRED
                                ? Cause.ACHIEVEMENT_EXPIRES
                                : Cause.CREDENTIAL_RETIRES))
                .toList();
    }

    private static CreditStatus status(Credit credit, Facts facts, Moment moment) {
        return CreditStatus.of(credit, facts.credentials().named(credit.credential()), moment);
    }
}
