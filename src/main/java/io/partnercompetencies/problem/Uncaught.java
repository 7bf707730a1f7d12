package io.partnercompetencies.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What the problem library leaves to others: throwables that are no exceptions, such as a stack that overflows or what
 * the database's pool throws, and what Quarkus answers itself in its own way. The library's mappers of security failures
 * were compiled against an older Quarkus and fail with this one.
 */
class Uncaught {

    private static final int BEFORE_OTHERS = 1;

    private final Problems problems;

    Uncaught(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper(
            value = {
                Throwable.class,
                MismatchedInputException.class,
                InvalidDefinitionException.class,
                AuthenticationFailedException.class,
                AuthenticationCompletionException.class,
                UnauthorizedException.class,
                ForbiddenException.class
            },
            priority = BEFORE_OTHERS)
    Response answer(Throwable failure) {
        return problems.apply(null, ProblemContext.of(failure, "")).toResponse();
    }
}
