package io.partnercompetencies.http;

import io.partnercompetencies.problem.Malformed;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;

/**
 * A resource that takes a body gets one: an empty body and the JSON text {@code null} are refused here for all but those
 * that {@link MayBeAbsent}.
 */
@Provider
public class NeededBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = read(context);
        if (body == null && Arrays.stream(context.getAnnotations()).noneMatch(MayBeAbsent.class::isInstance)) {
            throw Malformed.missing();
        }
        return body;
    }

    /** Jackson lets this one out as it is where a number that no exponent can hold stands in a tree. */
    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (NumberFormatException e) {
            throw Malformed.at("", "it has a number that is too large.");
        }
    }
}
