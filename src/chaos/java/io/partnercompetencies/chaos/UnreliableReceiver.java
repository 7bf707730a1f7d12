package io.partnercompetencies.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A partner's system that answers three of ten calls of each organisation with 500, hangs at one, and can die. It keeps
 * what it has taken, as one with a database would.
 */
final class UnreliableReceiver implements AutoCloseable {

    static final String SECRET = "whsec_QW5hQ29udG9zb0FuYUNvbnRvc29BbmFDb250b3Nv";

    private static final Set<Integer> FAILING = Set.of(2, 5, 8);
    private static final int HANGING = 14;

    /** Longer than anybody waits for an answer. */
    private static final long HANGING_MILLIS = 15_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final Queue<String> improper = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    UnreliableReceiver() throws IOException {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int port) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.setExecutor(threads);
        listening.createContext("/", this::receive);
        listening.start();
        return listening;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    void die() {
        server.stop(0);
    }

    void liveAgain() throws IOException {
        server = listen(port);
    }

    /** Ids of the events of one organisation, each where it came first. */
    List<String> taken(String organizationId) {
        var ids = taken.getOrDefault("/v1/organizations/" + organizationId, List.of());
        synchronized (ids) {
            return ids.stream().distinct().toList();
        }
    }

    int takenInAll() {
        return taken.values().stream()
                .mapToInt(ids -> new HashSet<>(ids).size())
                .sum();
    }

    int repeated() {
        return taken.values().stream()
                .mapToInt(ids -> ids.size() - new HashSet<>(ids).size())
                .sum();
    }

    int failed() {
        return failed.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    List<String> improper() {
        return new ArrayList<>(improper);
    }

    private void receive(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var event = JSON.readTree(body);
        check(call, event, body);
        var source = event.path("source").asText();
        int number = calls.computeIfAbsent(source, first -> new AtomicInteger()).incrementAndGet();
        if (number == HANGING) {
            unanswered.incrementAndGet();
            hang();
            call.close();
        } else if (FAILING.contains(number % 10)) {
            failed.incrementAndGet();
            call.sendResponseHeaders(500, -1);
            call.close();
        } else {
            var ids = taken.computeIfAbsent(source, first -> new ArrayList<>());
            synchronized (ids) {
                ids.add(event.path("id").asText());
            }
            call.sendResponseHeaders(204, -1);
            call.close();
        }
    }

    private void check(HttpExchange call, JsonNode event, String body) {
        var id = call.getRequestHeaders().getFirst("webhook-id");
        var signed = id + "." + call.getRequestHeaders().getFirst("webhook-timestamp") + "." + body;
        if (!event.path("id").asText().equals(id)
                || !signature(signed).equals(call.getRequestHeaders().getFirst("webhook-signature"))) {
            improper.add("a delivery that is not signed as it should be: " + body);
        }
    }

    private static String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hang() {
        try {
            Thread.sleep(HANGING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }
}
