package io.partnercompetencies.user;

import io.partnercompetencies.access.NewWorkAccount;
import io.partnercompetencies.access.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "app_user")
@IdClass(UserEntity.Key.class)
class UserEntity {

    /** The tenant leads every key (S1). */
    record Key(UUID organizationId, UUID id) implements Serializable {}

    @Id
    UUID organizationId;

    @Id
    UUID id;

    String userName;
    String firstName;
    String lastName;
    String displayName;
    String email;
    String roles;

    @Enumerated(EnumType.STRING)
    UserStatus status;

    Instant createdAt;
    Instant leftAt;
    Instant erasedAt;

    @Version
    long version;

    void leave(Instant now) {
        status = UserStatus.LEFT;
        leftAt = now;
    }

    /** Keeps who it was from everybody; the user name must stay one of a kind. */
    void erase(Instant now) {
        erasedAt = now;
        userName = "erased-" + id;
        firstName = "Erased";
        lastName = "user";
        displayName = "Erased user";
        email = "erased@erased.invalid";
    }

    Set<Role> roleSet() {
        return Role.set(roles);
    }

    NewWorkAccount workAccount() {
        return new NewWorkAccount(organizationId, id, firstName, lastName, email, roleSet());
    }

    UserEdit edit() {
        return new UserEdit(firstName, lastName, displayName, email, Roles.texts(roleSet()));
    }

    /** What the audit compares. */
    Audited audited() {
        return new Audited(userName, firstName, lastName, displayName, email, Roles.texts(roleSet()), status, leftAt);
    }

    record Audited(
            String userName,
            String firstName,
            String lastName,
            String displayName,
            String email,
            List<String> roles,
            UserStatus status,
            Instant leftAt) {}

    UserView view() {
        return new UserView(
                id,
                organizationId,
                firstName,
                lastName,
                displayName,
                email,
                Roles.texts(roleSet()),
                status,
                createdAt,
                leftAt);
    }
}
