package io.partnercompetencies.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.UUID;

/** A built-in account that may sign in. Programme accounts have no organization. */
record Login(String userName, UUID organizationId, UUID userId, Set<Role> roles) {

    private static final String ATTRIBUTE = "login";

    static Login of(Row row) {
        return new Login(
                row.getString("user_name"),
                row.getUUID("organization_id"),
                row.getUUID("user_id"),
                Role.set(row.getString("roles")));
    }

    static Login of(SecurityIdentity identity) {
        Login login = identity.getAttribute(ATTRIBUTE);
        return login == null ? new Login(identity.getPrincipal().getName(), null, null, Set.of()) : login;
    }

    SecurityIdentity identity() {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(userName))
                .addAttribute(ATTRIBUTE, this);
        roles.forEach(role -> identity.addRole(role.text()));
        return identity.build();
    }
}
