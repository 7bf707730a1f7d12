package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * With a provider whose accounts somebody else looks after: the service remembers whom it lets in, as what, and nothing
 * that one could sign in with.
 */
@Singleton
@Typed(RegisteredAccounts.class)
class RegisteredAccounts implements WorkAccounts {

    private final Logins register;

    RegisteredAccounts(Logins register) {
        this.register = register;
    }

    @Override
    public Uni<FirstPassword> firstPassword() {
        return Uni.createFrom().item(new FirstPassword(null, null));
    }

    @Override
    public Uni<Temporary> create(NewWorkAccount account, FirstPassword first) {
        return register.create(account, first);
    }

    @Override
    public Uni<Void> assign(UUID organizationId, UUID userId, Set<Role> roles) {
        return register.assign(organizationId, userId, roles);
    }

    @Override
    public Uni<Temporary> reset(UUID organizationId, UUID userId, FirstPassword first) {
        return Uni.createFrom()
                .failure(new Refusal(
                        Code.PASSWORDS_KEPT_ELSEWHERE,
                        "The identity provider keeps the passwords of this service. Reset it there."));
    }

    @Override
    public Uni<Void> disable(UUID organizationId, UUID userId) {
        return register.disable(organizationId, userId);
    }

    @Override
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        return register.erase(organizationId, userId);
    }
}
