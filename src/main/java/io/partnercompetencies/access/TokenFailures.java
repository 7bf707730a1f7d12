package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Why a token was not accepted, as its bearer can act on it. Never the token, nor what a library says of it. */
final class TokenFailures {

    private static final String ANOTHER = " Get a new one from the identity provider.";

    private TokenFailures() {}

    /** Whether nothing is wrong with the token as far as is known: who could verify it does not answer. */
    static boolean isOfTheProvider(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof OIDCException
                        || cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof VertxException);
    }

    static boolean isOfAnUnknownKey(Throwable failure) {
        return causes(failure).anyMatch(UnresolvableKeyException.class::isInstance);
    }

    static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    static Refusal unavailable() {
        return new Refusal(
                Code.IDENTITY_PROVIDER_UNAVAILABLE,
                "The identity provider cannot be reached, so that the token cannot be checked. Try again soon.");
    }

    static Refusal refusal(Throwable failure) {
        return BearerToken.refused(causes(failure)
                .flatMap(cause ->
                        cause instanceof InvalidJwtException invalid ? sentence(invalid).stream() : Stream.of())
                .findFirst()
                .orElse(
                        "The bearer token is not valid: it is damaged, or nobody whom this service trusts has signed it."
                                + ANOTHER));
    }

    /** Claims are looked at when the signature holds. */
    private static Optional<String> sentence(InvalidJwtException failure) {
        if (failure.hasExpired()) {
            return Optional.of("The bearer token has expired." + ANOTHER);
        }
        if (failure.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || failure.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return Optional.of("The bearer token is meant for another service. Ask the identity provider for one with "
                    + "this service as its audience.");
        }
        if (failure.hasErrorCode(ErrorCodes.ISSUER_INVALID) || failure.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return Optional.of("The bearer token is of another issuer than the identity provider of this service.");
        }
        if (failure.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return Optional.of("The bearer token is not valid yet.");
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
