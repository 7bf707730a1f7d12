package io.partnercompetencies.access;

import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that somebody can sign in where there is no identity provider: the built-in {@code admin}. Of copies that
 * start at once, the one whose row is stored says the password. The slow look at a password keeps nobody but the admin
 * waiting: a start does not wait for it, {@link #settled} does.
 */
@Singleton
class Bootstrap {

    static final String ADMIN = "admin";

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);

    private static final String CREATE = """
            insert into login (user_name, roles, password_hash, must_change, created_at)
            values ($1, $2, $3, false, $4) on conflict (user_name) do nothing returning user_name""";

    private static final String FIND = "select password_hash, disabled_at from login where user_name = $1";

    private static final String REPLACE =
            "update login set password_hash = $2, disabled_at = null where user_name = $1 returning user_name";

    private final Database database;
    private final Aside aside;
    private final Clock clock;
    private final Passwords passwords;
    private final Secrets secrets;
    private final OidcSettings provider;
    private final Optional<String> wished;
    private CompletableFuture<Void> attempt;

    Bootstrap(
            Database database,
            Aside aside,
            Clock clock,
            Passwords passwords,
            Secrets secrets,
            OidcSettings provider,
            @ConfigProperty(name = "competencies.bootstrap.admin.password") Optional<String> wished) {
        this.database = database;
        this.aside = aside;
        this.clock = clock;
        this.passwords = passwords;
        this.secrets = secrets;
        this.provider = provider;
        this.wished = wished;
    }

    void start(@Observes StartupEvent event) {
        if (provider.issuer().isEmpty()) {
            attempt();
        }
    }

    /** Once the admin's account is as it is wished; tries again what has failed. On the caller's Vert.x context. */
    Uni<Void> settled() {
        var context = Vertx.currentContext();
        var latest = attempt();
        var settled = Uni.createFrom().completionStage(latest.copy());
        return latest.isDone() || context == null ? settled : settled.emitOn(MutinyHelper.executor(context));
    }

    private synchronized CompletableFuture<Void> attempt() {
        if (attempt == null || attempt.isCompletedExceptionally()) {
            attempt = aside.run(this::run)
                    .onFailure()
                    .invoke(failure -> LOG.error(
                            "The admin's account could not be seen to; the admin's next sign-in tries again", failure))
                    .subscribeAsCompletionStage();
        }
        return attempt;
    }

    private Uni<Void> run() {
        return database.read(FIND, ADMIN).chain(found -> wished.isPresent() ? wish(found) : makeUp(found));
    }

    private Uni<Void> wish(List<Row> found) {
        var password = wished.get();
        if (found.isEmpty()) {
            return create(password).chain(created -> created ? done() : run());
        }
        var stored = found.get(0);
        return passwords
                .matches(password, stored.getString("password_hash"))
                .chain(matches -> matches && stored.getValue("disabled_at") == null ? done() : replace(password));
    }

    private Uni<Void> makeUp(List<Row> found) {
        if (!found.isEmpty()) {
            return done();
        }
        var password = secrets.password();
        return create(password)
                .invoke(created -> {
                    if (created) {
                        LOG.infof(
                                "First start: sign in as '%s' with the password '%s'. It is shown this once; "
                                        + "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD sets another.",
                                ADMIN, password);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> create(String password) {
        return passwords
                .hash(password)
                .chain(hash -> database.read(CREATE, ADMIN, Role.PROGRAMME_ADMIN.text(), hash, clock.instant()))
                .map(rows -> !rows.isEmpty());
    }

    private Uni<Void> replace(String password) {
        return passwords
                .hash(password)
                .chain(hash -> database.read(REPLACE, ADMIN, hash))
                .replaceWithVoid();
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
