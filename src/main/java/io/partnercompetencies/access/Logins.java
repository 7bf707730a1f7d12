package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The built-in accounts of users. Everything runs in the caller's transaction. */
@Singleton
public class Logins {

    private static final int LONGEST_WISH = 40;

    private static final String CREATE = """
            insert into login
                (user_name, organization_id, user_id, roles, password_hash, must_change, created_at)
            values ($1, $2, $3, $4, $5, true, $6)
            on conflict (user_name) do nothing""";

    private static final String ASSIGN = "update login set roles = $3 where organization_id = $1 and user_id = $2";

    private static final String DISABLE = """
            update login set disabled_at = $3
            where organization_id = $1 and user_id = $2 and disabled_at is null""";

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Secrets secrets;

    Logins(Database database, Clock clock, Passwords passwords, Secrets secrets) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /** To be called before a transaction begins, which would hold its connection while the hash is made. */
    public Uni<FirstPassword> firstPassword() {
        var password = secrets.password();
        return passwords.hash(password).map(hash -> new FirstPassword(password, hash));
    }

    /** A new account under a name like the wished one, which is made unique in the service. */
    public Uni<Temporary> create(
            UUID organizationId, UUID userId, String wishedName, Set<Role> roles, FirstPassword first) {
        return insert(organizationId, userId, reduced(wishedName), roles, first.hash())
                .map(userName -> new Temporary(userName, first.password()));
    }

    public Uni<Void> assign(UUID organizationId, UUID userId, Set<Role> roles) {
        return database.change(ASSIGN, organizationId, userId, Role.text(roles)).replaceWithVoid();
    }

    /** From the next call on the account is refused. */
    public Uni<Void> disable(UUID organizationId, UUID userId) {
        return database.change(DISABLE, organizationId, userId, clock.instant()).replaceWithVoid();
    }

    private Uni<String> insert(UUID organizationId, UUID userId, String wish, Set<Role> roles, String hash) {
        var userName = wish + "-" + secrets.suffix();
        return database.change(CREATE, userName, organizationId, userId, Role.text(roles), hash, clock.instant())
                .chain(created -> created == 1
                        ? Uni.createFrom().item(userName)
                        : insert(organizationId, userId, wish, roles, hash));
    }

    static String reduced(String wishedName) {
        var plain = Normalizer.normalize(wishedName, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]", "")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "");
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_WISH));
        return name.isEmpty() ? "user" : name;
    }
}
