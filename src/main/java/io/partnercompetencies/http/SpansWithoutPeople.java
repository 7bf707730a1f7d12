package io.partnercompetencies.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes out of spans what may name a person: queries and paths, which hold whatever the client has sent, and where from.
 * The route says which call it was, and statements have no values. Not before a span ends is everything in it.
 */
@Singleton
class SpansWithoutPeople implements ExtendedSpanProcessor {

    private static final AttributeKey<String> PEER = AttributeKey.stringKey("network.peer.address");

    private static final List<AttributeKey<String>> HIDDEN = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onEnding(ReadWriteSpan span) {
        HIDDEN.forEach(attribute -> hide(attribute, span));
        if (span.getKind() == SpanKind.SERVER) {
            hide(PEER, span);
        }
    }

    /** There is no way to remove one. */
    private static void hide(AttributeKey<String> attribute, ReadWriteSpan span) {
        if (span.getAttribute(attribute) != null) {
            span.setAttribute(attribute, "-");
        }
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
