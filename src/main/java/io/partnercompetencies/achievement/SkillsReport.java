package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Reading;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Pieces;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes what all people of an organisation ever had, as of one moment, while it is read: the whole report is in nobody's
 * memory. With people it goes from one to the next, in the order in which they were added; without them in the order of
 * the achievements, so that no rows tell that they are of the same person.
 */
@Singleton
class SkillsReport {

    private final Database database;
    private final Standings standings;
    private final CreditReader credits;
    private final UserService users;
    private final Catalogue catalogue;
    private final Clock clock;

    SkillsReport(
            Database database,
            Standings standings,
            CreditReader credits,
            UserService users,
            Catalogue catalogue,
            Clock clock) {
        this.database = database;
        this.standings = standings;
        this.credits = credits;
        this.users = users;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Uni<Void> write(UUID organizationId, boolean withPeople, Language language, SkillsForm form, Pieces pieces) {
        var now = clock.instant();
        return database.snapshot(in -> standings
                .read(in, organizationId)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .map(standing -> new SkillViews(catalogue, new Moment(now, standing.countedThrough()), language))
                .chain(views -> credits.all(
                        in,
                        organizationId,
                        withPeople,
                        portion -> (withPeople
                                        ? withPeople(in, organizationId, portion, views)
                                        : Uni.createFrom().item(views.withoutPeople(portion)))
                                .chain(rows -> pieces.write(form.rows(rows)))))
                .chain(() -> pieces.write(form.end())));
    }

    private Uni<List<SkillView>> withPeople(Reading in, UUID organizationId, List<Credit> portion, SkillViews views) {
        var people = portion.stream().map(Credit::userId).collect(Collectors.toSet());
        return users.displayNames(in, organizationId, people).map(names -> views.withPeople(portion, names));
    }
}
