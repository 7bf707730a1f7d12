package io.partnercompetencies.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out which machine a name stands for, before anything is sent to it: the address that was looked at is the one
 * that is connected to, whatever the name says a moment later.
 */
@Singleton
class Addresses {

    /** The name stands for a machine that no partner's receiver runs on. */
    static final class Forbidden extends RuntimeException {
        Forbidden() {
            super("a private, loopback or link-local address", null, false, false);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final boolean allowPrivate;

    Addresses(Vertx vertx, @ConfigProperty(name = "competencies.webhooks.allow-private") boolean allowPrivate) {
        this.vertx = vertx;
        this.allowPrivate = allowPrivate;
    }

    /** Fails with {@link Forbidden} where any of its addresses is not public; empty where nobody knows the name. */
    Uni<Optional<InetAddress>> of(Receiver receiver) {
        return vertx.executeBlocking(() -> lookUp(receiver.host()), false)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(new InetAddress[0])
                .map(this::first);
    }

    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }

    private Optional<InetAddress> first(InetAddress[] addresses) {
        if (!allowPrivate && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new Forbidden();
        }
        return Arrays.stream(addresses).findFirst();
    }
}
