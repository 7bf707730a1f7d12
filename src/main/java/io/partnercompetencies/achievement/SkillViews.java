package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Demand;
import io.partnercompetencies.rules.Moment;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of one skills report, by the law that the list of achievements goes by. */
final class SkillViews {

    private final CreditViews credits;
    private final Catalogue catalogue;
    private final Demand demand;

    SkillViews(Catalogue catalogue, Moment moment, Language language) {
        this.credits = new CreditViews(catalogue, moment, language);
        this.catalogue = catalogue;
        this.demand = new Demand(catalogue.laws(moment.at()));
    }

    List<SkillView> withPeople(List<Credit> credits, Map<UUID, String> names) {
        return credits.stream()
                .map(credit -> view(credit, credit.userId(), names.get(credit.userId())))
                .toList();
    }

    List<SkillView> withoutPeople(List<Credit> credits) {
        return credits.stream().map(credit -> view(credit, null, null)).toList();
    }

    private SkillView view(Credit credit, UUID userId, String displayName) {
        var shown = credits.of(credit);
        return new SkillView(
                userId,
                displayName,
                shown.type(),
                shown.credential(),
                shown.title(),
                shown.status(),
                shown.achievedAt(),
                shown.countsFrom(),
                shown.countedAt(),
                shown.expiresAt(),
                demand.servedBy(credit, catalogue.credentials().named(credit.credential()), shown.status()));
    }
}
