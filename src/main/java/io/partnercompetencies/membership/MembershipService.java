package io.partnercompetencies.membership;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.rules.Level;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Sells and shows the subscriptions of an organisation. */
@ApplicationScoped
public class MembershipService {

    private final Database database;
    private final OrganizationService organizations;
    private final SubscriptionRepository subscriptions;
    private final AlertRepository alerts;
    private final Purchases purchases;
    private final Renewals renewals;
    private final Clock clock;

    MembershipService(
            Database database,
            OrganizationService organizations,
            SubscriptionRepository subscriptions,
            AlertRepository alerts,
            Purchases purchases,
            Renewals renewals,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.alerts = alerts;
        this.purchases = purchases;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** @param language of what a refusal says is missing */
    Uni<SubscriptionView> buy(UUID organizationId, Level level, Language language) {
        return purchases.buy(organizationId, level, clock.instant(), language);
    }

    /** @param language of what a refusal says is missing */
    Uni<SubscriptionView> renew(UUID organizationId, UUID subscriptionId, Language language) {
        return renewals.renew(organizationId, subscriptionId, clock.instant(), language);
    }

    public Uni<SubscriptionView> buyAt(UUID organizationId, Level level, Instant now) {
        return purchases.buy(organizationId, level, now, Language.EN);
    }

    /** The session opens when all else is read: whoever has its connection must not wait for a second one. */
    Uni<MembershipView> membership(UUID organizationId) {
        var today = today();
        return database.moment(() -> organizations
                .get(organizationId)
                .chain(() -> alerts.isAtRisk(organizationId))
                .chain(atRisk -> Panache.withSession(() -> subscriptions.newest(organizationId))
                        .map(newest -> MembershipView.of(newest, atRisk, today))));
    }

    Uni<Found<SubscriptionView>> page(UUID organizationId, Page page) {
        var today = today();
        return database.moment(() -> organizations
                .get(organizationId)
                .chain(() -> Panache.withSession(() -> subscriptions
                        .count("organizationId", organizationId)
                        .chain(total -> subscriptions
                                .page(organizationId, page.afterId(), page.sizePlusOne())
                                .map(rows -> new Found<>(
                                        total,
                                        rows.stream()
                                                .map(row -> row.view(today))
                                                .toList()))))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
