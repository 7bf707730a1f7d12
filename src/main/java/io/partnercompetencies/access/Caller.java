package io.partnercompetencies.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who makes the running call. */
@Singleton
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String userName() {
        return identity.getPrincipal().getName();
    }

    public Optional<UUID> organizationId() {
        return Optional.ofNullable(login().organizationId());
    }

    public Optional<UUID> userId() {
        return Optional.ofNullable(login().userId());
    }

    public Set<Role> roles() {
        return login().roles();
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    /** Whether status and reports may say who it is: names, e-mails and ids of employees. Counts are for everybody. */
    public boolean seesPeople() {
        return Permissions.showPeople(roles());
    }

    private Login login() {
        return Login.of(identity);
    }
}
