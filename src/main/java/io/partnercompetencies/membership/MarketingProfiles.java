package io.partnercompetencies.membership;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.OrganizationView;
import io.partnercompetencies.rules.Level;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the marketing profile: nothing is shown before a subscription runs (M5; row 8.5). */
@ApplicationScoped
class MarketingProfiles {

    private final Database database;
    private final OrganizationService organizations;
    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final Catalogue catalogue;
    private final Clock clock;

    MarketingProfiles(
            Database database,
            OrganizationService organizations,
            SubscriptionRepository subscriptions,
            HeldLevelRepository levels,
            Catalogue catalogue,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.levels = levels;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The session opens when all else is read: whoever has its connection must not wait for a second one. */
    Uni<MarketingProfile> of(UUID organizationId, Language language) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.moment(() -> organizations
                .get(organizationId)
                .chain(organization -> levels.held(organizationId)
                        .chain(held -> Panache.withSession(() -> subscriptions.running(List.of(organizationId)))
                                .map(running -> running.stream()
                                        .filter(one -> one.statusOn(today).runs())
                                        .findFirst()
                                        .map(one -> profile(organization.value(), one, held, language))
                                        .orElseGet(() -> new MarketingProfile(
                                                organizationId,
                                                organization.value().name(),
                                                null,
                                                List.of()))))));
    }

    private MarketingProfile profile(
            OrganizationView organization, SubscriptionEntity running, List<HeldLevel> held, Language language) {
        var entries = catalogue.competencies().stream()
                .flatMap(competency -> Stream.of(Level.values())
                        .filter(level ->
                                running.level.covers(level) && held.contains(new HeldLevel(competency.id(), level)))
                        .map(level -> new MarketingProfile.Entry(
                                competency.id(), competency.names().in(language.tag()), level)))
                .toList();
        return new MarketingProfile(organization.id(), organization.name(), running.level, entries);
    }
}
