package io.partnercompetencies.chaos;

import io.partnercompetencies.launch.DatabaseAccess;
import io.partnercompetencies.launch.PackagedService;
import io.partnercompetencies.launch.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** One of several copies of the packaged service on one database, where it is known by its name. */
final class Copy implements AutoCloseable {

    /** Several at once, for a minute each. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m";

    static final String PASSWORD = "of-the-tests";

    final String name;
    final Api api;
    private final PackagedService service;
    private boolean stopped;

    private Copy(String name, PackagedService service) {
        this.name = name;
        this.service = service;
        this.api = new Api(service.baseUrl());
    }

    /** All started at once, each ready on return. */
    static List<Copy> start(DatabaseAccess database, Map<String, String> more, String... names) throws IOException {
        var copies = new ArrayList<Copy>();
        try {
            for (var name : names) {
                copies.add(new Copy(name, PackagedService.begin(environment(name, database, more))));
            }
            for (var copy : copies) {
                copy.service.awaitReady();
            }
            return copies;
        } catch (IOException | RuntimeException e) {
            copies.forEach(Copy::close);
            throw e;
        }
    }

    private static Map<String, String> environment(String name, DatabaseAccess database, Map<String, String> more)
            throws IOException {
        var all = new HashMap<String, String>();
        database.properties()
                .forEach((key, value) -> all.put(key.replaceAll("[.-]", "_").toUpperCase(), value));
        all.put("QUARKUS_DATASOURCE_REACTIVE_ADDITIONAL_PROPERTIES_APPLICATION_NAME", name);
        all.put("COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        all.put("JAVA_TOOL_OPTIONS", SHORT_LIVED + planted());
        all.put("COMPETENCIES_SYNC_DELAY", "PT1S");
        all.put("COMPETENCIES_SYNC_EVERY", "1s");
        all.put("COMPETENCIES_SYNC_BATCH_SIZE", "4");
        all.putAll(more);
        return all;
    }

    /** Settings that are a fault, from the file that -Dchaos.settings names. */
    private static String planted() throws IOException {
        var file = System.getProperty("chaos.settings");
        if (file == null) {
            return "";
        }
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of(file))) {
            settings.load(in);
        }
        return settings.entrySet().stream()
                .map(setting -> " -D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    }

    int status(String path) {
        return service.status(path);
    }

    /** Whether anybody has made a call since its start; probes and metrics are none. */
    boolean hasBeenAsked() throws IOException {
        return service.metrics().contains("uri=\"/v1/");
    }

    /** How many of its turns at the database are taken, by callers and by jobs. */
    double turnsTaken() throws IOException {
        return service.metrics()
                .lines()
                .filter(line -> line.startsWith("competencies_database_busy{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElseThrow();
    }

    String output() throws IOException {
        return service.output();
    }

    boolean isAlive() {
        return service.isAlive();
    }

    /** It keeps its memory, its connections and its locks, and does nothing. */
    Counting.Interruption freezing() {
        return new Counting.Interruption() {
            @Override
            public void begin() {
                stopped = true;
                Signals.stop(service.pid());
            }

            @Override
            public void undo() {
                goOn();
            }
        };
    }

    void goOn() {
        stopped = false;
        Signals.go(service.pid());
    }

    /** An orderly end, by SIGTERM; gives the exit code. */
    int stop() {
        return service.stop();
    }

    void kill9() {
        service.kill9();
        stopped = false;
    }

    @Override
    public void close() {
        if (stopped) {
            kill9();
        }
        service.close();
    }
}
