package io.partnercompetencies.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs benchmarks and prints what came out: {@code ./mvnw verify -Pbench}, with {@code -Dbench=sync,start} only those,
 * with {@code -Dbench.users=10000} on less data, with {@code -Dbench.rounds=3} fewer times. The data are made once and
 * kept in target/bench.
 */
public final class Bench {

    static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private static final String SOAK = "soak";

    private Bench() {}

    private static List<Benchmark> all() {
        return List.of(
                new SyncRun(),
                new FullEvaluation(),
                new ChangedOrganizations(),
                new AchievementImport(),
                new StatusCalls(),
                new KnownStatusCalls(),
                new StatusAtSize(),
                new Start());
    }

    public static void main(String... arguments) throws Exception {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            return;
        }
        var server = new Server(FOLDER.resolve("postgres"));
        var table = new Table(Machine.now(server));
        boolean failed = false;
        try (var lab = new Lab(server, users())) {
            for (var benchmark : chosen) {
                try {
                    table.add(Rounds.run(benchmark, lab, Integer.getInteger("bench.rounds", 5)));
                } catch (Exception failure) {
                    failure.printStackTrace();
                    table.addFailure(benchmark, failure);
                    failed = true;
                }
            }
        }
        System.out.println(table.text());
        System.out.println("In " + table.write(FOLDER));
        if (failed) {
            System.exit(1);
        }
    }

    /** Those of {@code -Dbench}; the soak is none of ours and runs by itself. */
    private static List<Benchmark> chosen() {
        var names = Arrays.stream(System.getProperty("bench", "all").split(","))
                .map(String::strip)
                .filter(name -> !name.equals(SOAK))
                .collect(Collectors.toSet());
        var known = all().stream().map(Benchmark::name).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !name.equals("all") && !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("No benchmark is called " + unknown + ": there are " + known);
                });
        return all().stream().filter(one -> isChosen(one, names)).toList();
    }

    private static boolean isChosen(Benchmark benchmark, Set<String> names) {
        return names.contains("all") || names.contains(benchmark.name());
    }

    private static Integer users() {
        var users = System.getProperty("bench.users", "").strip();
        return users.isEmpty() ? null : Integer.valueOf(users);
    }
}
