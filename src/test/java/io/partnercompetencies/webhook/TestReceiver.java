package io.partnercompetencies.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** A partner's system that events are posted to. It keeps what it took, and answers what it is told to. */
final class TestReceiver implements AutoCloseable {

    /** Instead of an answer. */
    static final int NOTHING = 0;

    record Received(Map<String, String> headers, String body) {

        JsonNode event() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return event().path("type").asText();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private final List<Received> refused = new CopyOnWriteArrayList<>();
    private volatile IntSupplier answer = () -> 204;

    TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/competencies?from=contoso";
    }

    void answers(int status) {
        answers(() -> status);
    }

    void answers(IntSupplier status) {
        answer = status;
    }

    List<Received> taken() {
        return taken;
    }

    List<Received> refused() {
        return refused;
    }

    List<String> types() {
        return taken.stream().map(Received::type).toList();
    }

    private void receive(HttpExchange call) throws IOException {
        var received = new Received(
                Map.of(
                        "id", call.getRequestHeaders().getFirst("webhook-id"),
                        "timestamp", call.getRequestHeaders().getFirst("webhook-timestamp"),
                        "signature", call.getRequestHeaders().getFirst("webhook-signature"),
                        "type", call.getRequestHeaders().getFirst("content-type"),
                        "host", call.getRequestHeaders().getFirst("host"),
                        "target", call.getRequestURI().toString()),
                new String(call.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        int status = answer.getAsInt();
        (status / 100 == 2 ? taken : refused).add(received);
        if (status == NOTHING) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (status / 100 == 3) {
            call.getResponseHeaders().set("Location", "/elsewhere");
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
