package io.partnercompetencies.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was measured: told at once, and kept as a table. */
final class Figures {

    private static final Path FILE = Path.of("target", "chaos", "figures.txt");
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private Figures() {}

    static void add(String scenario, String what, double figure, String unit) {
        var line = String.format(Locale.ROOT, "%-34s %-62s %8.2f %s", scenario, what, figure, unit);
        LINES.add(line);
        System.out.println(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, LINES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
