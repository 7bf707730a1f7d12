package io.partnercompetencies.account;

import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes the locks in the one order that cannot deadlock: accounts, then organisations, each by id (S2). */
@Singleton
class AccountLocks {

    private final AccountRepository accounts;
    private final Standings standings;
    private final UserService users;

    AccountLocks(AccountRepository accounts, Standings standings, UserService users) {
        this.accounts = accounts;
        this.standings = standings;
        this.users = users;
    }

    /** Locks for an association: the account, the organisation that has it and the one that wants it. */
    Uni<MicrosoftAccount> forLink(UUID organizationId, UUID userId, String email) {
        return accounts.lockOrCreate(Set.of(email))
                .map(locked -> locked.get(email))
                .call(account -> standings.lock(Stream.of(organizationId, account.holderOrganizationId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()))
                .call(() -> users.mustBeActive(organizationId, userId));
    }

    /** Locks to end one association. */
    Uni<Void> forEnd(UUID organizationId, UUID accountId) {
        return accounts.lock(accountId)
                .chain(() -> standings.lock(List.of(organizationId)))
                .replaceWithVoid();
    }

    /** Locks to forget all that a user ever had. */
    Uni<Void> forErasure(UUID organizationId, Collection<UUID> parts, UUID userId) {
        return accounts.lockEverOf(
                        Stream.concat(Stream.of(organizationId), parts.stream()).toList(), userId)
                .chain(() -> standings.lock(List.of(organizationId)))
                .replaceWithVoid();
    }

    /** Locks to end all that a user has. */
    Uni<Void> forDeparture(UUID organizationId, UUID userId) {
        return accounts.lockHeldBy(organizationId, userId)
                .chain(() -> standings.lock(List.of(organizationId)))
                .replaceWithVoid();
    }
}
