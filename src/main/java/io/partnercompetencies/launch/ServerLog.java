package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The end of what the server last said, for a message about why it did not start. */
final class ServerLog {

    private static final int LINES = 3;

    private ServerLog() {}

    static String tail(Path folder, Path data) throws IOException {
        try (var logs = Files.isDirectory(data.resolve("log")) ? Files.list(data.resolve("log")) : Stream.<Path>of()) {
            var newest = Stream.concat(logs, Stream.of(folder.resolve("server.log"), folder.resolve("pg_ctl.log")))
                    .filter(Files::exists)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()));
            return newest.isPresent() ? tail(newest.get()) : "it left no log";
        }
    }

    static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LINES), lines.size())) + " (" + log + ")";
    }
}
