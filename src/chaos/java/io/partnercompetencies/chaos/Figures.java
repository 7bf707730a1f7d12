package io.partnercompetencies.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What was measured, told as a table when everything has run. */
public final class Figures implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "chaos", "figures.txt");
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    static void add(String scenario, String what, double figure, String unit) {
        LINES.add(String.format(Locale.ROOT, "%-34s %-62s %8.2f %s", scenario, what, figure, unit));
    }

    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (LINES.isEmpty()) {
            return;
        }
        var table = String.join("\n", LINES) + "\n";
        LINES.clear();
        System.out.println("\n" + table);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
