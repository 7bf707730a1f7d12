package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets in who knows the password of a built-in account. The account is read at each call, so that a disabled one and a
 * changed password act at once; only the slow check of a password is remembered, for a minute.
 */
@Singleton
class BuiltInLogins implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final Pattern USER_NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private static final String FIND = """
            select user_name, organization_id, user_id, roles, password_hash
            from login where user_name = $1 and disabled_at is null""";

    private final Database database;
    private final Passwords passwords;
    private final SharedChecks checks;
    private final ProvenPasswords proven;

    BuiltInLogins(Database database, Passwords passwords, SharedChecks checks, ProvenPasswords proven) {
        this.database = database;
        this.passwords = passwords;
        this.checks = checks;
        this.proven = proven;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var password = new String(request.getPassword().getPassword());
        return find(request.getUsername())
                .chain(found -> found.isEmpty()
                        ? passwords.matchesNobody(password).chain(BuiltInLogins::refused)
                        : check(found.get(0), password));
    }

    private Uni<List<Row>> find(String userName) {
        return USER_NAME.matcher(userName).matches()
                ? database.read(FIND, userName)
                : Uni.createFrom().item(List.of());
    }

    private Uni<SecurityIdentity> check(Row found, String password) {
        var login = Login.of(found);
        var hash = found.getString("password_hash");
        if (proven.knows(login.userName(), hash, password)) {
            return Uni.createFrom().item(login.identity());
        }
        return checks.matches(password, hash)
                .chain(matches -> matches ? admitted(login, hash, password) : refused(false));
    }

    private Uni<SecurityIdentity> admitted(Login login, String hash, String password) {
        proven.remember(login.userName(), hash, password);
        return Uni.createFrom().item(login.identity());
    }

    private static Uni<SecurityIdentity> refused(boolean never) {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }
}
