package io.partnercompetencies.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The packaged service as a process of its own. */
final class Service implements AutoCloseable {

    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    /** Of the programme's operator, {@code admin}. */
    static final String PASSWORD = "of-the-benchmarks";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Service(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Started and ready, with the Java that runs this. The scheduled jobs stand still unless the settings say otherwise. */
    static Service start(Database database, Map<String, String> settings) throws IOException, InterruptedException {
        var service = begin(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()),
                database,
                settings);
        service.awaitReady();
        return service;
    }

    /** As {@link #start} by any command, without waiting for anything. */
    static Service begin(List<String> command, Database database, Map<String, String> settings) throws IOException {
        int port = freePort();
        Files.createDirectories(Bench.FOLDER);
        var output = Files.createTempFile(Bench.FOLDER, "service", ".log");
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("COMPETENCIES_")
                        || name.startsWith("QUARKUS_")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        environment.putAll(Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                "COMPETENCIES_SYNC_EVERY", "off",
                "COMPETENCIES_IMPORT_EVERY", "off",
                "COMPETENCIES_MERGE_EVERY", "off",
                "COMPETENCIES_TIDY_EVERY", "off"));
        environment.putAll(database.environment());
        environment.putAll(settings);
        var process = builder.start();
        // Nothing outlives a run that is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Service(process, output, port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Fails where it ends before that, or does not get so far in time. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("the service did not become ready:\n" + output());
            }
            Thread.sleep(10);
        }
    }

    /** Whether it answers that it is ready. While nobody listens this costs next to nothing. */
    boolean isReady() throws InterruptedException {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    static String basic(String userName, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** An answer to the programme's operator, whatever its status. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(baseUrl() + path)).GET());
    }

    /** An answer to the programme's operator, whatever its status. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", basic("admin", PASSWORD))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The sum of a metric's values over all its labels, by its Prometheus name. */
    double metric(String name) throws IOException, InterruptedException {
        var answer = get("/q/metrics");
        if (answer.statusCode() != 200) {
            throw new IOException("metrics answered " + answer.statusCode());
        }
        ToDoubleFunction<String> value = line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(value)
                .sum();
    }

    /** An orderly end; by force where that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
