package io.partnercompetencies.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service as it is delivered, in a process of its own; for the integration tests of every room. */
public final class PackagedService implements AutoCloseable {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String PORT = "QUARKUS_HTTP_PORT";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final JavaProcess process;
    private final int port;

    private PackagedService(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Started and ready; the environment holds its settings, such as COMPETENCIES_DATA_DIR. On a free port unless that
     * names one.
     */
    public static PackagedService start(Map<String, String> environment) throws IOException {
        var service = begin(environment);
        service.awaitReady();
        return service;
    }

    /** Ended where it does not become ready. */
    public void awaitReady() throws IOException {
        boolean ready = Waiting.until(PATIENCE, () -> !isAlive() || status("/q/health/ready") == 200);
        if (!ready || !isAlive()) {
            close();
            throw new IllegalStateException("the service did not become ready:\n" + output());
        }
    }

    /** As {@link #start}, without waiting for anything. */
    public static PackagedService begin(Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return begin(environment, List.of(java, "-jar", JAR.toString()));
    }

    /** Started by any command. */
    static PackagedService begin(Map<String, String> environment, List<String> command) throws IOException {
        var all = new HashMap<String, String>();
        all.put(PORT, Integer.toString(freePort()));
        all.put("QUARKUS_HTTP_HOST", ServerSettings.HOST);
        // Nobody has to learn of it first.
        all.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        all.putAll(environment);
        return new PackagedService(JavaProcess.execute(all, command), Integer.parseInt(all.get(PORT)));
    }

    public static int freePort() throws IOException {
        return ServerSettings.freePort();
    }

    public String baseUrl() {
        return "http://" + ServerSettings.HOST + ":" + port;
    }

    /** The status of a GET, or 0 while nobody answers. */
    public int status(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** As Prometheus reads them. */
    public String metrics() throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(baseUrl() + "/q/metrics")).build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() throws IOException {
        return process.output();
    }

    public void kill9() {
        process.kill9();
    }

    /** An orderly end; gives the exit code. */
    public int stop() {
        return process.stop();
    }

    /** Waits for the end that the service comes to by itself. */
    public int exitCode() {
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }
}
