package io.partnercompetencies.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** What the framework itself refuses: routes, methods, media types, sizes. */
final class HttpFailures {

    private HttpFailures() {}

    static Optional<Refusal> refusal(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return Optional.ofNullable(
                switch (status) {
                    case 401 -> new Refusal(Code.UNAUTHENTICATED, "Sign in with a valid user name and password.");
                    case 403 -> new Refusal(Code.FORBIDDEN, "Your role does not allow this call.");
                    case 404 -> Refusal.notFound();
                    case 405 -> notAllowed();
                    case 406 ->
                        new Refusal(
                                Code.NOT_ACCEPTABLE, "This address does not answer in a media type that you accept.");
                    case 413 -> tooLarge();
                    case 415 -> new Refusal(Code.UNSUPPORTED_MEDIA_TYPE, "This address does not read this media type.");
                    default -> status / 100 == 4 ? new Refusal(Code.MALFORMED, "The request cannot be read.") : null;
                });
    }

    static Refusal notAllowed() {
        return new Refusal(Code.METHOD_NOT_ALLOWED, "This address does not answer this method.");
    }

    private static Refusal tooLarge() {
        return new Refusal(Code.TOO_LARGE, "The body is larger than this address reads.");
    }
}
