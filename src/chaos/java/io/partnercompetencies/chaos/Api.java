package io.partnercompetencies.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls of the programme administrator to one copy. */
final class Api {

    /** Longer than any wait of the service's is allowed to last. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + Copy.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** @param retryAfter null where the answer has no such header */
    record Answer(int status, JsonNode body, String retryAfter) {

        String id() {
            return body.get("id").asText();
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /** Without a key where that is null. */
    Answer post(String path, Object body, String idempotencyKey) throws IOException {
        var request = request(path).POST(json(body));
        return send((idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)).build());
    }

    Answer put(String path, Object body) throws IOException {
        return send(request(path).PUT(json(body)).build());
    }

    Answer delete(String path) throws IOException {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body()),
                    answer.headers().firstValue("Retry-After").orElse(null));
        } catch (HttpTimeoutException e) {
            throw new AssertionError("no answer within " + PATIENCE.toSeconds() + " s: " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
