import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints the coverage of the whole project from JaCoCo's table; run by the build. */
class Coverage {

    public static void main(String... arguments) throws Exception {
        var table = Files.readAllLines(Path.of(arguments[0]));
        var columns = Arrays.asList(table.get(0).split(","));
        var rows = table.stream().skip(1).map(row -> row.split(",")).toList();
        System.out.printf(
                Locale.ROOT,
                "Coverage: %s of the lines, %s of the branches%n",
                percent(rows, columns, "LINE"),
                percent(rows, columns, "BRANCH"));
    }

    private static String percent(List<String[]> rows, List<String> columns, String kind) {
        long covered = sum(rows, columns.indexOf(kind + "_COVERED"));
        long all = covered + sum(rows, columns.indexOf(kind + "_MISSED"));
        return all == 0 ? "none" : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * covered / all, covered, all);
    }

    private static long sum(List<String[]> rows, int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row[column])).sum();
    }
}
