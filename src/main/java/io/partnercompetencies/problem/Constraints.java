package io.partnercompetencies.problem;

import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Says what a violated constraint of the database means: of two callers who pass the same check at once, the second
 * one meets the constraint. For {@code uni.onFailure().transform(Constraints.refusing(…))}.
 */
public final class Constraints {

    private static final String INTEGRITY = "23";

    private Constraints() {}

    /** Turns the violation of a named constraint into its refusal and leaves every other failure as it is. */
    public static Function<Throwable, Throwable> refusing(Map<String, Supplier<Refusal>> refusals) {
        return failure -> violated(failure)
                .map(refusals::get)
                .<Throwable>map(Supplier::get)
                .orElse(failure);
    }

    /** The name of the constraint that a failure reports, however deep it is wrapped. */
    public static Optional<String> violated(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && refused.getSqlState().startsWith(INTEGRITY)) {
                return Optional.ofNullable(refused.getConstraint());
            }
            if (cause instanceof ConstraintViolationException violation && violation.getConstraintName() != null) {
                return Optional.of(violation.getConstraintName());
            }
        }
        return Optional.empty();
    }
}
