package io.partnercompetencies.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out, for people and as JSON. */
final class Table {

    private static final String ROW = "| %-72s | %10s | %10s | %7s | %15s | %7s | %7s | %-4s | %s%n";

    private final Machine machine;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Table(Machine machine) {
        this.machine = machine;
        text.append(machine.text()).append('\n');
        text.append(String.format(
                ROW, "benchmark", "reference", "product", "ratio", "min to max", "must", "aim", "met", "CPU seconds"));
    }

    void add(Rounds rounds) {
        for (var goal : rounds.benchmark().goals()) {
            add(rounds, goal);
        }
    }

    private void add(Rounds rounds, Goal goal) {
        var figure = goal.figure();
        double ratio = rounds.ratio(figure);
        var spread = rounds.spread(figure);
        var met = goal.isAimed(ratio) ? "aim" : goal.isMet(ratio) ? "yes" : "NO";
        text.append(String.format(
                ROW,
                rounds.benchmark().title() + ": " + figure,
                number(rounds.reference(figure)),
                number(rounds.product(figure)),
                number(ratio),
                number(spread[0]) + "–" + number(spread[1]),
                goal.text(goal.must()),
                goal.text(goal.aim()),
                met,
                processorTime(rounds)));
        var row = new LinkedHashMap<String, Object>();
        row.put("name", rounds.benchmark().name());
        row.put("title", rounds.benchmark().title());
        row.put("figure", figure);
        row.put("reference", rounds.reference(figure));
        row.put("product", rounds.product(figure));
        row.put("ratio", ratio);
        row.put("least", spread[0]);
        row.put("greatest", spread[1]);
        row.put("must", goal.text(goal.must()));
        row.put("aim", goal.text(goal.aim()));
        row.put("met", goal.isMet(ratio));
        row.put("references", rounds.references().stream().map(Sample::figures).toList());
        row.put("products", rounds.products().stream().map(Sample::figures).toList());
        rows.add(row);
    }

    private static String processorTime(Rounds rounds) {
        return List.of(Sample.CPU_OF_SERVICE, Sample.CPU_OF_POSTGRES, Sample.CPU_OF_BENCH).stream()
                .filter(figure -> rounds.products().get(0).figures().containsKey(figure))
                .map(figure -> figure.replace("cpu of ", "") + " " + number(rounds.product(figure)) + " against "
                        + number(rounds.reference(figure)))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    void addFailure(Benchmark benchmark, Exception failure) {
        text.append(String.format(
                ROW, benchmark.title(), "", "", "", "", "", "", "FAILED", String.valueOf(failure.getMessage())));
        rows.add(Map.of(
                "name", benchmark.name(), "title", benchmark.title(), "failure", String.valueOf(failure.getMessage())));
    }

    String text() {
        return text.toString();
    }

    /** Beside those of earlier runs. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("bench-" + machine.date().toString().replace(':', '-') + ".json");
        var all = new LinkedHashMap<String, Object>();
        all.put("date", machine.date().toString());
        all.put("processor", machine.processor());
        all.put("cores", machine.cores());
        all.put("memoryGb", machine.memoryGb());
        all.put("jdk", machine.jdk());
        all.put("postgres", machine.postgres());
        all.put("load", machine.load());
        all.put("rows", rows);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
        return file;
    }

    /** Three digits that matter. */
    static String number(double number) {
        double size = Math.abs(number);
        return size >= 100 || size == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : size >= 10
                        ? String.format(Locale.ROOT, "%.1f", number)
                        : size >= 1
                                ? String.format(Locale.ROOT, "%.2f", number)
                                : size >= 0.01
                                        ? String.format(Locale.ROOT, "%.3f", number)
                                        : String.format(Locale.ROOT, "%.2e", number);
    }
}
