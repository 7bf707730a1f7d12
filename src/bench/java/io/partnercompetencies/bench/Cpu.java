package io.partnercompetencies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that a process and its children have used; on Linux also those of its children that are no more. */
final class Cpu {

    /** What Linux calls USER_HZ; it is the same on every machine that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIELDS_BEFORE_REAPED_USER = 13;

    private Cpu() {}

    static double secondsOf(ProcessHandle process) {
        var alive = Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one ->
                        one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
        return alive + reapedBy(process.pid());
    }

    private static double reapedBy(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the command, in parentheses, and may have blanks in it.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[FIELDS_BEFORE_REAPED_USER])
                            + Long.parseLong(fields[FIELDS_BEFORE_REAPED_USER + 1]))
                    / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Resident memory, where the system tells it. */
    static double residentMegabytes(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElseThrow(() -> new IOException("process " + process.pid() + " has no resident memory"));
    }
}
