package io.partnercompetencies.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The embedded server's configuration: a file of ours, read after the one that initdb wrote, written at each start. */
final class ServerSettings {

    static final String HOST = "127.0.0.1";

    private static final String FILE = "competencies.conf";
    private static final Pattern PORT = Pattern.compile("(?m)^port = '(\\d+)'$");

    private ServerSettings() {}

    static void includeInto(Path data) throws IOException {
        Files.writeString(
                data.resolve("postgresql.conf"), "\ninclude_if_exists '" + FILE + "'\n", StandardOpenOption.APPEND);
    }

    static void write(Path data, int port, Map<String, String> more) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", HOST);
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("max_connections", "100");
        // What a large server has by itself: a pass writes megabytes at once, and its lanes would wait for each other.
        settings.put("wal_buffers", "16MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // One log file a weekday, overwritten a week later.
        settings.put("logging_collector", "on");
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_size", "0");
        // What is refused may be about people: no values of rows and no statements in the log.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.putAll(more);
        var lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining());
        Files.writeString(data.resolve(FILE), lines);
    }

    /** The port of the last time, if it is free: other copies may still be trying it. */
    static int preferredPort(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (Files.exists(file)) {
            var last = PORT.matcher(Files.readString(file));
            if (last.find() && isFree(Integer.parseInt(last.group(1)))) {
                return Integer.parseInt(last.group(1));
            }
        }
        return freePort();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
