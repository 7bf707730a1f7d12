package io.partnercompetencies.access;

import io.partnercompetencies.audit.Acting;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.UUID;

/**
 * An account that may sign in. Programme accounts have no organization, service accounts no user.
 *
 * @param mustChange whether the password is a temporary one, which opens nothing but its own change
 */
record Login(String userName, UUID organizationId, UUID userId, Set<Role> roles, boolean mustChange) {

    private static final String ATTRIBUTE = "login";

    Login(String userName, UUID organizationId, UUID userId, Set<Role> roles) {
        this(userName, organizationId, userId, roles, false);
    }

    static Login of(Row row) {
        return new Login(
                row.getString("user_name"),
                row.getUUID("organization_id"),
                row.getUUID("user_id"),
                Role.set(row.getString("roles")),
                row.getBoolean("must_change"));
    }

    static Login of(SecurityIdentity identity) {
        Login login = identity.getAttribute(ATTRIBUTE);
        return login == null ? new Login(identity.getPrincipal().getName(), null, null, Set.of()) : login;
    }

    SecurityIdentity identity() {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(userName))
                .addAttribute(ATTRIBUTE, this)
                .addAttribute(Acting.ORGANIZATION_ID, organizationId)
                .addAttribute(Acting.USER_ID, userId);
        roles.forEach(role -> identity.addRole(role.text()));
        return identity.build();
    }
}
