package io.partnercompetencies.http;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Cuts the query from addresses that are logged, as Quarkus does of a request that failed: it may name a person. */
@LoggingFilter(name = "without-queries")
public final class LogWithoutQueries implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getParameters() != null) {
            line.setParameters(Arrays.stream(line.getParameters())
                    .map(LogWithoutQueries::cut)
                    .toArray());
        }
        return true;
    }

    private static Object cut(Object parameter) {
        return parameter instanceof String text && text.startsWith("/") && text.contains("?")
                ? text.substring(0, text.indexOf('?'))
                : parameter;
    }
}
