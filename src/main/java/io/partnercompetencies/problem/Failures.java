package io.partnercompetencies.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** Recognizes what a failure means, however deep it is wrapped. */
final class Failures {

    private static final int DEEPEST = 50;

    private Failures() {}

    static Refusal refusal(Throwable failure) {
        var causes = causes(failure);
        return first(causes, Refusal.class)
                .or(() -> first(causes, ConstraintViolationException.class).map(Violations::refusal))
                .or(() -> first(causes, JsonProcessingException.class)
                        .filter(Failures::isOfTheClient)
                        .map(Malformed::of))
                .or(() -> first(causes, CharConversionException.class)
                        .map(garbled -> Malformed.at("", "it is not UTF-8.")))
                .or(() -> causes.stream()
                        .flatMap(cause -> security(cause).stream())
                        .findFirst())
                .or(() -> causes.stream()
                        .flatMap(cause -> locking(cause).stream())
                        .findFirst())
                .or(() -> causes.stream()
                        .flatMap(cause -> DatabaseFailures.refusal(cause).stream())
                        .findFirst())
                .or(() -> first(causes, WebApplicationException.class).flatMap(HttpFailures::refusal))
                .orElseGet(Failures::internal);
    }

    private static Refusal internal() {
        return new Refusal(
                Code.INTERNAL, "Something went wrong on our side. Tell us the requestId, and we can find out what.");
    }

    /** What cannot be written, or bound by nobody, is a mistake of ours. */
    private static boolean isOfTheClient(JsonProcessingException failure) {
        return !(failure instanceof InvalidDefinitionException)
                && !(failure.getProcessor() instanceof JsonGenerator)
                && !(failure.getClass() == JsonMappingException.class && failure.getProcessor() == null);
    }

    private static Optional<Refusal> security(Throwable cause) {
        if (cause instanceof UnauthorizedException
                || cause instanceof AuthenticationException
                || cause instanceof AuthenticationCompletionException) {
            return Optional.of(new Refusal(Code.UNAUTHENTICATED, "Sign in with a valid user name and password."));
        }
        return cause instanceof ForbiddenException
                ? Optional.of(new Refusal(Code.FORBIDDEN, "Your role does not allow this call."))
                : Optional.empty();
    }

    private static Optional<Refusal> locking(Throwable cause) {
        return cause instanceof OptimisticLockException || cause instanceof StaleStateException
                ? Optional.of(new Refusal(
                        Code.ETAG_MISMATCH, "It was changed since you read it. Read it again, then repeat."))
                : Optional.empty();
    }

    private static <T extends Throwable> Optional<T> first(Iterable<Throwable> causes, Class<T> type) {
        for (var cause : causes) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** The failure and what it wraps, from the outside in; composite failures hold some as suppressed. */
    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>();
        open.add(failure);
        while (!open.isEmpty() && found.size() < DEEPEST) {
            var next = open.poll();
            if (!found.contains(next)) {
                found.add(next);
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return found;
    }
}
