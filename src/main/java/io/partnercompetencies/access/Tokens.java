package io.partnercompetencies.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets in who brings an access token of the identity provider. An employee's account is read at each call, so that who
 * has left is refused at once, however long the token still runs.
 */
@Singleton
class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    /** Longer than what Quarkus gives to a connection to the provider. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A token may name an organisation that is part of another one by now. */
    private static final String FIND = """
            select user_name, organization_id, user_id, roles, false as must_change
            from login
            where organization_id in (
                select $1::uuid union all select merged_into from standing where organization_id = $1)
              and user_id = $2 and disabled_at is null""";

    private final Database database;
    private final OidcSettings settings;
    private final OrganizationRegister organizations;
    private final Duration betweenKeys;
    private final Counter unavailable;
    private volatile long providerFailedAt;

    /** @param betweenKeys how long Quarkus does not ask for keys again after it has asked */
    Tokens(
            Database database,
            OidcSettings settings,
            OrganizationRegister organizations,
            @ConfigProperty(name = "quarkus.oidc.token.forced-jwk-refresh-interval") Duration betweenKeys,
            MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.organizations = organizations;
        this.betweenKeys = betweenKeys;
        this.unavailable = metrics.counter("competencies.identity.provider.unavailable");
        this.providerFailedAt = System.nanoTime() - betweenKeys.toNanos();
    }

    Uni<SecurityIdentity> identity(RoutingContext call) {
        return Uni.createFrom()
                .item(() -> BearerToken.of(call.request().getHeader(HttpHeaders.AUTHORIZATION)))
                .chain(token -> verified(call))
                .map(this::claims)
                .chain(this::login)
                .map(Login::identity);
    }

    private Uni<SecurityIdentity> verified(RoutingContext call) {
        var context = Vertx.currentContext();
        return QuarkusHttpUser.getSecurityIdentity(call, null)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(MutinyHelper.executor(context))
                .onFailure()
                .transform(this::refusal);
    }

    private Refusal refusal(Throwable failure) {
        if (TokenFailures.isOfTheProvider(failure)) {
            providerFailedAt = System.nanoTime();
            LOG.warnf("The identity provider failed: %s", TokenFailures.root(failure));
            return unavailable();
        }
        return TokenFailures.isOfAnUnknownKey(failure) && providerHasJustFailed()
                ? unavailable()
                : TokenFailures.refusal(failure);
    }

    private Refusal unavailable() {
        unavailable.increment();
        return TokenFailures.unavailable();
    }

    /** Quarkus has not asked again, and who knows whether the key exists. */
    private boolean providerHasJustFailed() {
        return System.nanoTime() - providerFailedAt < betweenKeys.toNanos();
    }

    private Claims claims(SecurityIdentity verified) {
        if (verified.isAnonymous()) {
            throw TokenFailures.refusal(null);
        }
        var token = verified.getCredential(AccessTokenCredential.class).getToken();
        return Claims.of(new JsonObject(BearerToken.payload(token)), settings.claims());
    }

    private Uni<Login> login(Claims claims) {
        if (claims.userId() != null) {
            return find(claims.organizationId(), claims.userId()).map(found -> employee(claims, found));
        }
        return claims.organizationId() == null
                ? Uni.createFrom().item(claims.login())
                : organizations
                        .mergedInto(claims.organizationId())
                        .map(into ->
                                claims.in(into.orElse(claims.organizationId())).login());
    }

    private Uni<List<Row>> find(UUID organizationId, UUID userId) {
        return database.read(FIND, organizationId, userId);
    }

    private static Login employee(Claims claims, List<Row> found) {
        if (found.isEmpty()) {
            throw BearerToken.refused("The user of this token does not work for this organization, or has left.");
        }
        return claims.login(Login.of(found.get(0)));
    }
}
