package io.partnercompetencies.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Posts one event to one receiver, signed. Whatever happens is an outcome and no failure. */
@Singleton
class Sender {

    /** A receiver takes an event and answers; it works on it afterwards. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

    /** For the rest of an answer whose status is known: nobody reads it. */
    private static final Duration POLITENESS = Duration.ofSeconds(1);

    private final HttpClient http;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final Clock clock;

    Sender(Vertx vertx, Addresses addresses, ObjectMapper json, Clock clock) {
        // A connection for each event: none outlives the look at its address.
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_PATIENCE.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(1_000)
                .setMaxHeaderSize(16_384));
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    /** The outcome comes on the caller's context. */
    Uni<Delivery> send(Receiver receiver, SigningSecret secret, Event event) {
        var context = io.vertx.core.Vertx.currentContext();
        return addresses
                .of(receiver)
                .chain(address -> address.isEmpty()
                        ? Uni.createFrom().<Delivery>failure(new UnknownHostException())
                        : post(receiver, address.get(), secret, event))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(Sender::failed)
                .emitOn(MutinyHelper.executor(context));
    }

    private Uni<Delivery> post(Receiver receiver, InetAddress address, SigningSecret secret, Event event) {
        var body = written(event);
        var now = clock.instant();
        return http.request(options(receiver, address))
                .chain(request -> signed(request, secret, event, body, now)
                        .send(Buffer.buffer(body))
                        .onCancellation()
                        .invoke(request::reset))
                .invoke(Sender::hangUpSoon)
                .map(answer -> Delivery.answered(answer.statusCode()));
    }

    private static RequestOptions options(Receiver receiver, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(receiver.port(), address.getHostAddress()))
                .setHost(receiver.host())
                .setPort(receiver.port())
                .setSsl(receiver.isSecure())
                .setURI(receiver.target())
                .setFollowRedirects(false);
    }

    private static HttpClientRequest signed(
            HttpClientRequest request, SigningSecret secret, Event event, String body, Instant now) {
        var id = event.id().toString();
        return request.putHeader("content-type", "application/cloudevents+json")
                .putHeader("user-agent", "partner-competencies")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("webhook-signature", secret.signature(id, now.getEpochSecond(), body));
    }

    private static void hangUpSoon(HttpClientResponse answer) {
        answer.end()
                .ifNoItem()
                .after(POLITENESS)
                .fail()
                .onTermination()
                .call(() -> answer.request().connection().close())
                .subscribe()
                .with(over -> {}, cutOff -> {});
    }

    private static Delivery failed(Throwable failure) {
        if (failure instanceof Addresses.Forbidden) {
            return Delivery.failed(
                    "The host of the url stands for " + failure.getMessage() + ", where nothing is sent.");
        }
        if (failure instanceof UnknownHostException) {
            return Delivery.failed("The host of the url is not known.");
        }
        return failure instanceof TimeoutException
                ? Delivery.failed("The receiver did not answer within " + PATIENCE.toSeconds() + " seconds.")
                : Delivery.failed("The receiver could not be reached: " + reason(failure));
    }

    /** What a library says may be of several lines, or of none. */
    private static String reason(Throwable failure) {
        var message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    private String written(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }

    @PreDestroy
    void close() {
        http.closeAndForget();
    }
}
