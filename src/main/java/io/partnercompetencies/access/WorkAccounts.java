package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/**
 * Where the work accounts of employees are kept: by the service itself, or by the OpenID Connect provider that people
 * sign in with. All but {@link #firstPassword} run in the caller's transaction.
 */
public interface WorkAccounts {

    /** To be called before a transaction begins, which would hold its connection while the hash is made. */
    Uni<FirstPassword> firstPassword();

    /** A new account under a name like the e-mail's, made unique in the service; the password must be changed first. */
    Uni<Temporary> create(NewWorkAccount account, FirstPassword first);

    Uni<Void> assign(UUID organizationId, UUID userId, Set<Role> roles);

    /** Replaces the password by a temporary one and lifts a lock. */
    Uni<Temporary> reset(UUID organizationId, UUID userId, FirstPassword first);

    /** From the next call on the account is refused. */
    Uni<Void> disable(UUID organizationId, UUID userId);

    /** Forgets the account of somebody who has left, its user name, too. */
    Uni<Void> erase(UUID organizationId, UUID userId);
}
