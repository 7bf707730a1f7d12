package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** Refuses to give these roles to an employee, or to manage an employee who has them. */
    public void mustBeAbleToGive(Set<Role> roles) {
        if (!Grants.mayGive(roles(), roles)) {
            throw new Refusal(
                    Code.FORBIDDEN, "Your role does not allow to give " + text(roles) + ", nor to manage who has it.");
        }
    }

    public void mustBeTheProgramme(String sentence) {
        if (!has(Role.PROGRAMME_ADMIN)) {
            throw new Refusal(Code.FORBIDDEN, sentence);
        }
    }

    private static String text(Set<Role> roles) {
        return roles.stream()
                .filter(role -> role != Role.USER)
                .sorted()
                .map(Role::text)
                .collect(Collectors.joining(", "));
    }

    private Login login() {
        return Login.of(identity);
    }
}
