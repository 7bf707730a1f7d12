package io.partnercompetencies.http;

import io.partnercompetencies.problem.Malformed;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that takes a body gets one: an empty body and the JSON text {@code null} are refused here for all. */
@Provider
public class NeededBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw Malformed.missing();
        }
        return body;
    }
}
