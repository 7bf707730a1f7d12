package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The built-in accounts of users. */
@Singleton
@Typed(Logins.class)
class Logins implements WorkAccounts {

    private static final int LONGEST_WISH = 40;

    private static final String CREATE = """
            insert into login
                (user_name, organization_id, user_id, roles, password_hash, must_change, created_at)
            values ($1, $2, $3, $4, $5, true, $6)
            on conflict (user_name) do nothing""";

    private static final String ASSIGN = "update login set roles = $3 where organization_id = $1 and user_id = $2";

    private static final String RESET = """
            update login set password_hash = $3, must_change = true
            where organization_id = $1 and user_id = $2
            returning user_name""";

    private static final String ERASE =
            "delete from login where organization_id = $1 and user_id = $2 returning user_name";

    private static final String DISABLE = """
            update login set disabled_at = $3
            where organization_id = $1 and user_id = $2 and disabled_at is null""";

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Secrets secrets;
    private final SignInFailures failures;

    Logins(Database database, Clock clock, Passwords passwords, Secrets secrets, SignInFailures failures) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.secrets = secrets;
        this.failures = failures;
    }

    @Override
    public Uni<FirstPassword> firstPassword() {
        var password = secrets.password();
        return passwords.hashSecret(password).map(hash -> new FirstPassword(password, hash));
    }

    @Override
    public Uni<Temporary> create(NewWorkAccount account, FirstPassword first) {
        return insert(account, reduced(account.wishedName()), first.hash())
                .map(userName -> new Temporary(userName, first.password()));
    }

    @Override
    public Uni<Void> assign(UUID organizationId, UUID userId, Set<Role> roles) {
        return database.change(ASSIGN, organizationId, userId, Role.text(roles)).replaceWithVoid();
    }

    @Override
    public Uni<Temporary> reset(UUID organizationId, UUID userId, FirstPassword first) {
        return database.rows(RESET, organizationId, userId, first.hash())
                .map(rows -> new Temporary(rows.get(0).getString("user_name"), first.password()))
                .call(login -> failures.lift(login.userName()));
    }

    @Override
    public Uni<Void> disable(UUID organizationId, UUID userId) {
        return database.change(DISABLE, organizationId, userId, clock.instant()).replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        return database.rows(ERASE, organizationId, userId)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : failures.lift(rows.get(0).getString("user_name")));
    }

    private Uni<String> insert(NewWorkAccount account, String wish, String hash) {
        var userName = wish + "-" + secrets.suffix();
        return database.change(
                        CREATE,
                        userName,
                        account.organizationId(),
                        account.userId(),
                        Role.text(account.roles()),
                        hash,
                        clock.instant())
                .chain(created -> created == 1 ? Uni.createFrom().item(userName) : insert(account, wish, hash));
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
