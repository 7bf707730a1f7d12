package io.partnercompetencies.access;

import io.partnercompetencies.access.StoredLogins.Stored;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Lets in who knows the password of a built-in account. The account is read at each call, so that a disabled one and a
 * changed password act at once; only the slow check of a password is remembered, for a minute, in which guesses of
 * others do not lock its owner out.
 */
@Singleton
class BuiltInLogins {

    private final Bootstrap bootstrap;
    private final StoredLogins logins;
    private final PasswordCheck check;
    private final ProvenPasswords proven;

    BuiltInLogins(Bootstrap bootstrap, StoredLogins logins, PasswordCheck check, ProvenPasswords proven) {
        this.bootstrap = bootstrap;
        this.logins = logins;
        this.check = check;
        this.proven = proven;
    }

    Uni<SecurityIdentity> identity(BasicCredentials claimed) {
        var userName = claimed.userName();
        var password = claimed.password();
        if (password == null) {
            throw new AuthenticationFailedException();
        }
        return find(userName)
                .chain(stored -> proven.knows(userName, stored.hash(), password)
                        ? Uni.createFrom().item(stored.login().identity())
                        : check.passes(userName, password, stored).map(passes -> admit(passes, stored, password)));
    }

    private Uni<Stored> find(String userName) {
        return userName.equals(Bootstrap.ADMIN)
                ? bootstrap.settled().chain(() -> logins.find(userName))
                : logins.find(userName);
    }

    private SecurityIdentity admit(boolean passes, Stored stored, String password) {
        if (!passes) {
            throw new AuthenticationFailedException();
        }
        proven.remember(stored.login().userName(), stored.hash(), password);
        return stored.login().identity();
    }
}
