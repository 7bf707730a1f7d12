package io.partnercompetencies;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.tracing.QueryRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Listens to what the service says to its database: Hibernate's statements as well as its own, with their arguments. */
@Singleton
public class SentStatements implements VertxOptionsCustomizer {

    /** @param arguments of each of the times that one batch sends it; empty for a statement without parameters */
    public record Sent(String sql, List<Tuple> arguments) {}

    private volatile Collection<Sent> heard;

    @Override
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(ignored -> new Listener()));
    }

    public List<Sent> during(Runnable calls) {
        var all = new ConcurrentLinkedQueue<Sent>();
        heard = all;
        try {
            calls.run();
        } finally {
            heard = null;
        }
        return List.copyOf(all);
    }

    private final class Listener implements VertxTracer<Object, Object> {

        @Override
        public <R> Object sendRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                BiConsumer<String, String> headers,
                TagExtractor<R> tags) {
            var listening = heard;
            if (listening != null && request instanceof QueryRequest query) {
                listening.add(new Sent(query.sql(), query.tuples() == null ? List.of() : List.copyOf(query.tuples())));
            }
            return null;
        }
    }
}
