package io.partnercompetencies.http;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the running call is known by: its caller, its path and the key that the client gave it. */
@Singleton
class IdempotentCall {

    static final String HEADER = "Idempotency-Key";

    /** {@code scope} is caller and path: keys of different callers, or for different things, never meet. */
    record Key(String scope, String key) {}

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final SecurityIdentity identity;

    IdempotentCall(HttpHeaders headers, UriInfo uri, SecurityIdentity identity) {
        this.headers = headers;
        this.uri = uri;
        this.identity = identity;
    }

    Optional<Key> key() {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!PRINTABLE.matcher(key).matches() || key.isBlank()) {
            throw new Refusal(Code.INVALID_PARAMETER, "Idempotency-Key must be 1 to 255 printable characters.")
                    .at(HEADER, "must be 1 to 255 printable characters.");
        }
        return Optional.of(new Key(identity.getPrincipal().getName() + " " + uri.getPath(), key));
    }
}
