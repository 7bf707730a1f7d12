package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Demand;
import io.partnercompetencies.rules.Diagnosis;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells an organisation why an achievement counts, or does not. */
@Singleton
class Diagnoses {

    private final Database database;
    private final Standings standings;
    private final CreditReader credits;
    private final UserService users;
    private final Catalogue catalogue;
    private final DiagnosisSentences sentences;
    private final Clock clock;

    Diagnoses(
            Database database,
            Standings standings,
            CreditReader credits,
            UserService users,
            Catalogue catalogue,
            DiagnosisSentences sentences,
            Clock clock) {
        this.database = database;
        this.standings = standings;
        this.credits = credits;
        this.users = users;
        this.catalogue = catalogue;
        this.sentences = sentences;
        this.clock = clock;
    }

    Uni<DiagnosisView> of(UUID organizationId, UUID userId, UUID achievementId, Language language) {
        var now = clock.instant();
        return database.moment(() -> users.get(organizationId, userId)
                .map(user -> user.value().leftAt())
                .chain(leftAt -> database.snapshot(in -> credits.one(in, organizationId, achievementId, userId)
                        .map(Diagnoses::theOnly)
                        .chain(credit -> standings
                                .read(in, organizationId)
                                .map(Diagnoses::theOnly)
                                .map(standing ->
                                        view(credit, leftAt, new Moment(now, standing.countedThrough()), language))))));
    }

    private static <T> T theOnly(List<T> found) {
        return found.stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private DiagnosisView view(Credit credit, Instant leftAt, Moment moment, Language language) {
        var demand = new Demand(catalogue.laws(moment.at()));
        var diagnosis =
                Diagnosis.of(credit, leftAt, catalogue.credentials().named(credit.credential()), demand, moment);
        return new DiagnosisView(
                credit.achievementId(),
                diagnosis.status(),
                sentences.of(diagnosis, credit, language),
                diagnosis.serves());
    }
}
