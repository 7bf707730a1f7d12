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

    private static final String[] HEAD = {
        "benchmark", "figure", "reference", "product", "ratio", "min to max", "must", "aim", "met", "CPU seconds"
    };

    private final Machine machine;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String[]> cells = new ArrayList<>();

    Table(Machine machine) {
        this.machine = machine;
        cells.add(HEAD);
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
        cells.add(new String[] {
            rounds.benchmark().title(),
            figure,
            number(rounds.reference(figure)),
            number(rounds.product(figure)),
            number(ratio),
            number(spread[0]) + "–" + number(spread[1]),
            goal.text(goal.must()),
            goal.text(goal.aim()),
            goal.isAimed(ratio) ? "aim" : goal.isMet(ratio) ? "yes" : "NO",
            processorTime(rounds)
        });
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
        var why = String.valueOf(failure.getMessage());
        cells.add(new String[] {
            benchmark.title(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "FAILED",
            why.lines().findFirst().orElse("")
        });
        rows.add(Map.of("name", benchmark.name(), "title", benchmark.title(), "failure", why));
    }

    String text() {
        var widths = new int[HEAD.length];
        cells.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        });
        var text = new StringBuilder(machine.text()).append("\n\n");
        cells.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                text.append("| ").append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 1));
            }
            text.append("|\n");
            if (row == HEAD) {
                for (int width : widths) {
                    text.append("| ").append("-".repeat(width)).append(' ');
                }
                text.append("|\n");
            }
        });
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
