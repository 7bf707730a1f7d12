package io.partnercompetencies.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes a connection on which PostgreSQL has said nothing for longer than any statement takes. The way to a server may
 * be lost without a word, and then the system would keep such connections, and whoever waits on them, for a quarter of an
 * hour. Whoever waits longer for a statement on purpose says so.
 */
@Singleton
public class Silence {

    /** What Vert.x calls the handler that watches; it is there from before the first byte. */
    private static final String WATCH = "idle";

    private final Duration limit;
    private final Map<Integer, ChannelPipeline> connections = new ConcurrentHashMap<>();

    Silence(@ConfigProperty(name = "competencies.database.answer-timeout") Duration limit) {
        this.limit = limit;
    }

    public Duration limit() {
        return limit;
    }

    /** Makes a new connection of the pool known by its process of the server. */
    public void know(SqlConnection connection) {
        var socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        var pipeline = socket.socket().channelHandlerContext().pipeline();
        int process = socket.getProcessId();
        pipeline.addAfter(WATCH, "silence", new Breaking());
        connections.put(process, pipeline);
        pipeline.channel().closeFuture().addListener(closed -> connections.remove(process, pipeline));
    }

    /**
     * The driver would say goodbye and wait until the server closes the connection, which a silent one never does. From
     * here, before the driver's handlers, a close is one.
     */
    private static final class Breaking extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext connection, Object event) throws Exception {
            if (event instanceof IdleStateEvent) {
                connection.close();
            } else {
                super.userEventTriggered(connection, event);
            }
        }
    }

    /** The work may make the process, where it is one of ours, silent for longer. */
    <T> Uni<T> bear(int process, Duration longest, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    watch(process, longest);
                    return work.get();
                })
                .onTermination()
                .invoke(() -> watch(process, limit));
    }

    private void watch(int process, Duration longest) {
        var pipeline = connections.get(process);
        if (pipeline != null) {
            pipeline.channel().eventLoop().execute(() -> {
                if (pipeline.get(WATCH) != null) {
                    pipeline.replace(
                            WATCH, WATCH, new IdleStateHandler(longest.toMillis(), 0, 0, TimeUnit.MILLISECONDS));
                }
            });
        }
    }
}
