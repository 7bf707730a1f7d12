package io.partnercompetencies;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What the service logs while somebody listens, with all stacks, and what the tests' database has logged. */
public final class Logs extends Handler implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Logs() {}

    public static Logs listen() {
        var logs = new Logs();
        Logger.getLogger("").addHandler(logs);
        return logs;
    }

    public String all() {
        return String.join("\n", lines);
    }

    public static String ofTheDatabase() throws IOException {
        try (var files = Files.list(Path.of("target", "test-database", "data", "log"))) {
            var texts = files.toList();
            var all = new StringBuilder();
            for (var file : texts) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Override
    public void publish(LogRecord line) {
        var text = new StringWriter();
        text.write(line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
