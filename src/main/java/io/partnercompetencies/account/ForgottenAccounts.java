package io.partnercompetencies.account;

import io.partnercompetencies.user.Forgetting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets go of the accounts of somebody whose personal data are erased. An address that was never anybody else's account
 * vanishes: reported again, it is a new account. Where somebody else has or had the account it goes on, achievements and
 * all, and only the erased person's associations do not show it: no organisation can take it from another one.
 */
@ApplicationScoped
class ForgottenAccounts implements Forgetting {

    private final AccountLocks locks;
    private final AccountRepository accounts;
    private final AssociationRepository associations;

    ForgottenAccounts(AccountLocks locks, AccountRepository accounts, AssociationRepository associations) {
        this.locks = locks;
        this.accounts = accounts;
        this.associations = associations;
    }

    @Override
    public Uni<Void> lock(UUID organizationId, Collection<UUID> parts, UUID userId) {
        return locks.forErasure(organizationId, parts, userId);
    }

    @Override
    public Uni<Set<String>> forget(UUID organizationId, UUID userId) {
        return accounts.lockEverOf(List.of(organizationId), userId)
                .call(() -> associations.erase(organizationId, userId))
                .call(ever -> accounts.erase(ever.keySet()))
                .map(ever -> Set.copyOf(ever.values()));
    }
}
