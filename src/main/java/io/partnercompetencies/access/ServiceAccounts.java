package io.partnercompetencies.access;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The accounts of integrations. Each has one role and one secret, which is replaced by making another account. */
@Singleton
class ServiceAccounts {

    /** Nothing of an account ever changes. */
    static final long VERSION = 0;

    private final Database database;
    private final ServiceAccountRepository accounts;
    private final OrganizationRegister organizations;
    private final OidcSettings provider;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    ServiceAccounts(
            Database database,
            ServiceAccountRepository accounts,
            OrganizationRegister organizations,
            OidcSettings provider,
            Passwords passwords,
            Secrets secrets,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.organizations = organizations;
        this.provider = provider;
        this.passwords = passwords;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** To be called before a transaction begins. */
    Uni<FirstPassword> secret() {
        var secret = secrets.password();
        return passwords.hashSecret(secret).map(hash -> new FirstPassword(secret, hash));
    }

    Uni<CreatedServiceAccount> create(NewServiceAccount wanted, FirstPassword secret) {
        mustBeKeptHere();
        var role = wanted.checkedRole();
        return database.transaction(() -> mustBeKnown(wanted.organizationId())
                .chain(() -> insert(wanted, role, secret.hash()))
                .call(made -> audit.record(event(made.organizationId(), OperationType.CREATE, made.id())
                        .to(made)))
                .map(made -> new CreatedServiceAccount(made, secret.password())));
    }

    private void mustBeKeptHere() {
        if (provider.issuer().isPresent()) {
            throw new Refusal(
                    Code.PASSWORDS_KEPT_ELSEWHERE,
                    "Integrations sign in with the identity provider: make a client for this one there.");
        }
    }

    private Uni<Void> mustBeKnown(UUID organizationId) {
        return organizationId == null
                ? Uni.createFrom().voidItem()
                : organizations
                        .knows(organizationId)
                        .invoke(known -> {
                            if (!known) {
                                throw Refusal.invalid(
                                        "/organizationId", "organizationId names no organization that is for itself.");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<ServiceAccountView> insert(NewServiceAccount wanted, Role role, String hash) {
        var made = new ServiceAccountView(
                database.newId(),
                wanted.name(),
                role,
                wanted.organizationId(),
                "svc-" + Logins.reduced(wanted.name()) + "-" + secrets.suffix(),
                clock.instant());
        return accounts.insert(made, hash)
                .chain(free -> free ? Uni.createFrom().item(made) : insert(wanted, role, hash));
    }

    Uni<ServiceAccountView> get(UUID id) {
        return accounts.read(id).map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    Uni<Found<ServiceAccountView>> page(Page page) {
        return accounts.page(page);
    }

    /**
     * From the next call on it is refused. One that was deleted already stays so.
     *
     * @param versionCheck refuses when the version is not the one the caller has seen
     */
    Uni<Void> delete(UUID id, LongConsumer versionCheck) {
        return database.transaction(() -> accounts.everExisted(id)
                .invoke(existed -> {
                    if (!existed) {
                        throw Refusal.notFound();
                    }
                    versionCheck.accept(VERSION);
                })
                .chain(() -> accounts.read(id))
                .chain(live -> live.isEmpty() ? Uni.createFrom().voidItem() : delete(live.get(0))));
    }

    private Uni<Void> delete(ServiceAccountView live) {
        return accounts.delete(live.id(), clock.instant())
                .chain(deleted -> deleted
                        ? audit.record(event(live.organizationId(), OperationType.DELETE, live.id()))
                        : Uni.createFrom().voidItem());
    }

    private static AuditEvent event(UUID organizationId, OperationType operation, UUID id) {
        return AuditEvent.of(
                Objects.requireNonNullElse(organizationId, AuditEvent.PROGRAMME),
                operation,
                ResourceType.SERVICE_ACCOUNT,
                id);
    }
}
