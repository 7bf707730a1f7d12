package io.partnercompetencies.bench;

import io.partnercompetencies.bench.Work.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From the start of the process to the first answer, and what it keeps in memory some seconds after some calls: JDK 25 as
 * the image runs it, with a cache of what an earlier start has loaded and compiled, against the Java that runs this with
 * nothing.
 */
final class Start implements Benchmark {

    private static final int USERS = 10_000;
    private static final int CALLS = 200;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Path TRAINED =
            Path.of("target", "quarkus-aot", "quarkus-run.jar").toAbsolutePath();

    private Database database;
    private List<String> plain;
    private List<String> withCache;
    private Lab lab;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "start to first answer, JDK 25 with AOT cache as in the image against JDK "
                + Runtime.version().feature() + " plain";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(Sample.TIME, 0.5), Goal.atMost(Sample.MEMORY, 1));
    }

    @Override
    public void prepare(Lab lab) throws IOException, SQLException, InterruptedException {
        this.lab = lab;
        database = lab.dataset(lab.users(USERS)).copy("start");
        plain = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Service.JAR.toString());
        var java = jdk25().resolve("bin").resolve("java").toString();
        var cache = Bench.FOLDER.resolve("app.aot");
        Files.deleteIfExists(cache);
        train(command(java, List.of("-XX:AOTCacheOutput=" + cache)));
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no cache in " + cache);
        }
        withCache = command(java, Image.withinItsLimit("-XX:AOTCache=" + cache));
    }

    private static List<String> command(String java, List<String> options) throws IOException {
        return Stream.of(List.of(java), Image.javaOptions(), options, List.of("-jar", TRAINED.toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static Path jdk25() throws IOException {
        return Stream.of(System.getProperty("bench.jdk25"), System.getenv("JDK25_HOME"))
                .filter(home -> home != null && !home.isBlank())
                .map(Path::of)
                .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("JDK 25 is missing: name its folder with -Dbench.jdk25 or JDK25_HOME"));
    }

    /** A start and some calls; the cache is written when the service ends. */
    private void train(List<String> command) throws IOException, InterruptedException {
        try (var service = Service.begin(command, database, Map.of())) {
            service.awaitReady();
            call(service);
        }
    }

    private static void call(Service service) throws IOException, InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            var answer = service.get("/v1/organizations?size=10");
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }

    @Override
    public Sample reference() throws Exception {
        return started(plain);
    }

    @Override
    public Sample product() throws Exception {
        return started(withCache);
    }

    private Sample started(List<String> command) throws Exception {
        var service = new Service[1];
        try {
            var sample = lab.measure(() -> {
                service[0] = Service.begin(command, database, Map.of());
                service[0].awaitReady();
                return new Done(1, null);
            });
            // The process was not there when the watch was set.
            double cpu = Cpu.secondsOf(service[0].process());
            call(service[0]);
            Thread.sleep(REST.toMillis());
            return sample.with(Sample.CPU_OF_SERVICE, cpu)
                    .with(Sample.MEMORY, Cpu.residentMegabytes(service[0].process()));
        } finally {
            if (service[0] != null) {
                service[0].close();
            }
        }
    }
}
