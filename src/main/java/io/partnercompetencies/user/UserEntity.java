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

    @Version
    long version;

    void leave(Instant now) {
        status = UserStatus.LEFT;
        leftAt = now;
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
