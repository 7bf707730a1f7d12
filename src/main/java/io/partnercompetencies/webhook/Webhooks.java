package io.partnercompetencies.webhook;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organisation's webhooks: what its own systems are told of, and where. */
@Singleton
class Webhooks {

    private static final int MOST = 20;

    private final Database database;
    private final WebhookRepository webhooks;
    private final EventRepository events;
    private final OrganizationService organizations;
    private final Standings standings;
    private final Addresses addresses;
    private final Sender sender;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            Database database,
            WebhookRepository webhooks,
            EventRepository events,
            OrganizationService organizations,
            Standings standings,
            Addresses addresses,
            Sender sender,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.events = events;
        this.organizations = organizations;
        this.standings = standings;
        this.addresses = addresses;
        this.sender = sender;
        this.audit = audit;
        this.clock = clock;
    }

    /** A name that nobody knows yet is taken: it is looked up again for each delivery. */
    Uni<Void> mustBeAllowed(NewWebhook wanted) {
        return addresses
                .of(Receiver.of(wanted.url()))
                .onFailure(Addresses.Forbidden.class)
                .transform(forbidden -> Receiver.invalid("The host of url stands for " + forbidden.getMessage()
                        + "; events are sent to public addresses only."))
                .replaceWithVoid();
    }

    /** Under the organisation's lock: it learns of everything from here on. */
    Uni<CreatedWebhook> create(UUID organizationId, NewWebhook wanted, SigningSecret secret) {
        var made = new WebhookView(
                database.newId(),
                wanted.url(),
                List.copyOf(wanted.wanted()),
                WebhookStatus.ACTIVE,
                clock.instant(),
                null,
                null,
                null,
                null);
        return database.transaction(() -> standings
                .lockKnown(organizationId)
                .chain(() -> webhooks.count(organizationId))
                .invoke(Webhooks::mustNotBeTooMany)
                .chain(() -> events.last(organizationId))
                .chain(last -> webhooks.insert(organizationId, made, secret, last))
                .chain(() -> audit.record(
                        event(organizationId, OperationType.CREATE, made.id()).to(audited(made))))
                .replaceWith(new CreatedWebhook(made, secret.text())));
    }

    Uni<Found<WebhookView>> page(UUID organizationId, Page page) {
        return organizations.get(organizationId).chain(() -> webhooks.page(organizationId, page));
    }

    /** What is under way may still arrive. */
    Uni<Void> delete(UUID organizationId, UUID id) {
        return database.transaction(() -> webhooks.delete(organizationId, id)
                .map(deleted -> deleted.stream().findFirst().orElseThrow(Refusal::notFound))
                .chain(deleted -> audit.record(
                        event(organizationId, OperationType.DELETE, id).from(audited(deleted)))));
    }

    /** Sends a test at once; one that arrives sets a webhook going again that was failing or paused. */
    Uni<TestedWebhook> test(UUID organizationId, UUID id) {
        var test = Event.test(organizationId, database.newId(), id, clock.instant());
        return webhooks.target(organizationId, id)
                .chain(target -> sender.send(target.receiver(), target.secret(), test))
                .call(delivery -> delivery.delivered()
                        ? database.transaction(() -> webhooks.resume(organizationId, id, clock.instant()))
                        : Uni.createFrom().voidItem())
                .map(delivery -> TestedWebhook.of(test.id(), delivery));
    }

    private static void mustNotBeTooMany(int webhooks) {
        if (webhooks >= MOST) {
            throw Refusal.invalid("", "An organization has " + MOST + " webhooks at most; delete one first.");
        }
    }

    private static Map<String, Object> audited(WebhookView webhook) {
        return Map.of("url", webhook.url(), "events", webhook.events());
    }

    private static AuditEvent event(UUID organizationId, OperationType what, UUID id) {
        return AuditEvent.of(organizationId, what, ResourceType.WEBHOOK, id);
    }
}
