package io.partnercompetencies.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where and when the figures come from. */
record Machine(Instant date, String processor, int cores, double memoryGb, String jdk, String postgres, double load) {

    static Machine now(Server server) throws IOException, SQLException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                processorName(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                System.getProperty("java.vendor") + " " + Runtime.version(),
                server.version(),
                system.getSystemLoadAverage());
    }

    private static String processorName() throws IOException {
        var file = Path.of("/proc/cpuinfo");
        var otherwise = System.getProperty("os.arch");
        return !Files.exists(file)
                ? otherwise
                : Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(otherwise);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s · %s, %d cores, %.0f GB · JDK %s · PostgreSQL %s · load %.2f at the start",
                date,
                processor,
                cores,
                memoryGb,
                jdk,
                postgres,
                load);
    }
}
