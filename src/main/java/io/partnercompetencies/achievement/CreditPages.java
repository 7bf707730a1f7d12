package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Shows an organisation what it has, had, and will have. */
@Singleton
class CreditPages {

    private final Database database;
    private final Standings standings;
    private final CreditReader credits;
    private final Catalogue catalogue;
    private final Clock clock;

    CreditPages(Database database, Standings standings, CreditReader credits, Catalogue catalogue, Clock clock) {
        this.database = database;
        this.standings = standings;
        this.credits = credits;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Uni<Found<CreditView>> page(UUID organizationId, CreditFilter filter, Page page, Language language) {
        var now = clock.instant();
        return database.snapshot(in -> standings
                .read(in, organizationId)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .chain(standing -> credits.ever(in, organizationId, filter.userId(), filter.credential())
                        .map(ever ->
                                views(ever, filter.status(), new Moment(now, standing.countedThrough()), language)))
                .map(views -> cut(views, page)));
    }

    private List<CreditView> views(List<Credit> credits, CreditStatus status, Moment moment, Language language) {
        var views = new CreditViews(catalogue, moment, language);
        return credits.stream()
                .map(views::of)
                .filter(view -> status == null || view.status() == status)
                .toList();
    }

    static String key(CreditView view) {
        return view.id() + " " + view.userId();
    }

    /** The rows come in the order of the key, so what is left of the cursor has been shown. */
    private static Found<CreditView> cut(List<CreditView> views, Page page) {
        return new Found<>(
                views.size(),
                views.stream()
                        .filter(view -> page.after() == null || key(view).compareTo(page.after()) > 0)
                        .limit(page.sizePlusOne())
                        .toList());
    }
}
