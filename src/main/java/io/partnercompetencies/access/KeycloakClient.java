package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Talks to Keycloak's admin API as the client that is configured for it. */
@Singleton
class KeycloakClient {

    /** What is looked for is not there. */
    static final class NotThere extends RuntimeException {
        private NotThere() {
            super("Keycloak knows nothing of that address", null, false, false);
        }
    }

    private record Token(String text, long endsAt) {}

    private static final Logger LOG = Logger.getLogger(KeycloakClient.class);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A token is not used to its very end, which may come while the call is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final WebClient http;
    private final KeycloakAddress address;
    private volatile Token token;

    KeycloakClient(Vertx vertx, KeycloakAddress address) {
        this.address = address;
        this.http =
                WebClient.create(vertx, new WebClientOptions().setConnectTimeout((int) CONNECT_PATIENCE.toMillis()));
    }

    /** Several calls, all of which together are waited for so long; the outcome comes on the caller's context. */
    <T> Uni<T> within(Supplier<Uni<T>> calls) {
        var context = io.vertx.core.Vertx.currentContext();
        return Uni.createFrom()
                .<T>deferred(calls::get)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(MutinyHelper.executor(context))
                .onFailure()
                .transform(KeycloakClient::refusal);
    }

    /** @param body a JSON object or array, or null for none */
    Uni<HttpResponse<Buffer>> call(HttpMethod method, String path, Object body) {
        return token().chain(known -> send(method, path, body, known))
                .chain(answer -> answer.statusCode() == 401
                        ? anew(method, path, body)
                        : Uni.createFrom().item(answer))
                .map(answer -> checked(answer, method + " " + path));
    }

    /** Keycloak forgets tokens when its keys are changed or its sessions ended. */
    private Uni<HttpResponse<Buffer>> anew(HttpMethod method, String path, Object body) {
        token = null;
        return token().chain(fresh -> send(method, path, body, fresh));
    }

    private Uni<HttpResponse<Buffer>> send(HttpMethod method, String path, Object body, String bearer) {
        var request = http.requestAbs(method, address.admin() + path).bearerTokenAuthentication(bearer);
        return body == null ? request.send() : request.sendJson(body);
    }

    private Uni<String> token() {
        var known = token;
        if (known != null && System.nanoTime() - known.endsAt() < 0) {
            return Uni.createFrom().item(known.text());
        }
        var form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", address.clientId())
                .add("client_secret", address.clientSecret());
        return http.postAbs(address.token()).sendForm(form).map(this::keep);
    }

    private String keep(HttpResponse<Buffer> answer) {
        var body = checked(answer, "a token").bodyAsJsonObject();
        var lifetime = Duration.ofSeconds(body.getLong("expires_in", 0L)).minus(MARGIN);
        token = new Token(body.getString("access_token"), System.nanoTime() + lifetime.toNanos());
        return token.text();
    }

    private static HttpResponse<Buffer> checked(HttpResponse<Buffer> answer, String asked) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer;
        }
        // The path names an account by an id or by its user name; what Keycloak says of it is for whoever runs it.
        LOG.debugf("Keycloak answered %d to %s: %s", status, asked, answer.bodyAsString());
        throw switch (status) {
            case 400 -> new Refusal(Code.INVALID, "The identity provider does not accept these names or this e-mail.");
            case 404 -> new NotThere();
            case 409 ->
                new Refusal(
                        Code.DUPLICATE_USER,
                        "The identity provider has an account with this name or e-mail already, and allows no second.");
            default -> new IllegalStateException("Keycloak answered " + status);
        };
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof Refusal) {
            return failure;
        }
        LOG.warnf("Keycloak's admin API: %s", failure);
        return new Refusal(
                Code.IDENTITY_PROVIDER_UNAVAILABLE,
                "The identity provider, which keeps the accounts, did not do its part. Nothing was changed; try again "
                        + "soon.");
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
