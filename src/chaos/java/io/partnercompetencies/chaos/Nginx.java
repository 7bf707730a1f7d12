package io.partnercompetencies.chaos;

import io.partnercompetencies.launch.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with {@code deploy/nginx.conf}, in which nothing is replaced but its addresses and where it may write. */
final class Nginx implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("deploy", "nginx.conf");
    private static final Path PLACE = Path.of("target", "chaos", "nginx").toAbsolutePath();
    private static final Path OUTPUT = PLACE.resolve("output.log");

    final String baseUrl;
    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
        this.baseUrl = "http://127.0.0.1:" + port;
    }

    /** In front of two copies, accepting connections on return. */
    static Nginx start(int one, int two) throws IOException {
        int port = PackagedService.freePort();
        var file = write(Files.readString(CONFIGURATION)
                .replace("172.31.47.11:8080", "127.0.0.1:" + one)
                .replace("172.31.47.12:8080", "127.0.0.1:" + two)
                .replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("/tmp/", PLACE + "/"));
        var nginx = new Nginx(run(file), port);
        Runtime.getRuntime().addShutdownHook(new Thread(nginx.process::destroy));
        Eventually.within(30, "nginx listens", nginx::listens);
        return nginx;
    }

    private static Path write(String configuration) throws IOException {
        Files.createDirectories(PLACE);
        return Files.writeString(PLACE.resolve("nginx.conf"), configuration);
    }

    /** In the foreground, and as whoever runs this: root's nginx would become another user, who may not write here. */
    private static Process run(Path file) {
        var command = List.of(
                "nginx",
                "-p",
                PLACE.toString(),
                "-c",
                file.toString(),
                "-e",
                "stderr",
                "-g",
                "daemon off; user " + System.getProperty("user.name") + ";");
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(OUTPUT.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "This profile needs nginx on the PATH, for instance Debian's nginx-light, which must not be running.",
                    e);
        }
    }

    /** What it has logged. */
    String output() throws IOException {
        return Files.readString(OUTPUT);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx ended:\n" + output());
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
