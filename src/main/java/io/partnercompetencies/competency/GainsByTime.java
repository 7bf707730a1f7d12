package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Moment;
import java.util.List;

/** What counts now and did not at the last evaluation, because its time has come (T2). */
final class GainsByTime {

    private GainsByTime() {}

    static List<Credit> between(Facts facts, Moment before, Moment now) {
        return facts.credits().stream()
                .filter(credit -> status(credit, facts, now) == CreditStatus.COUNTED)
                .filter(credit -> status(credit, facts, before) != CreditStatus.COUNTED)
                .toList();
    }

    private static CreditStatus status(Credit credit, Facts facts, Moment moment) {
        return CreditStatus.of(credit, facts.credentials().named(credit.credential()), moment);
    }
}
