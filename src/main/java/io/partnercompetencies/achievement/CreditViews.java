package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.CatalogueCredential;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Moment;
import java.time.Instant;

/** Shows credits at a moment, with the one law that decides what counts. */
final class CreditViews {

    private final Catalogue catalogue;
    private final Moment moment;
    private final Language language;

    CreditViews(Catalogue catalogue, Moment moment, Language language) {
        this.catalogue = catalogue;
        this.moment = moment;
        this.language = language;
    }

    CreditView of(Credit credit) {
        var known = catalogue.credential(credit.credential());
        var status = CreditStatus.of(
                credit, known.map(CatalogueCredential::credential).orElse(null), moment);
        return new CreditView(
                credit.achievementId(),
                credit.userId(),
                credit.type(),
                known.map(CatalogueCredential::code).orElse(credit.credential()),
                known.map(one -> one.titles().in(language.tag())).orElse(null),
                credit.achievedAt(),
                credit.expiresAt(),
                status,
                credit.countsFrom(),
                countedAt(credit, status));
    }

    private static Instant countedAt(Credit credit, CreditStatus status) {
        return status == CreditStatus.COUNTED ? credit.dueAt() : null;
    }
}
