package io.partnercompetencies.bench;

import io.partnercompetencies.bench.Work.Done;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A file of achievements is sent and recorded: the time from its first byte until the import says that it is over.
 * Against COPY of the very rows that come of it, into the same tables with the same indexes, by one connection, one table
 * after the other. Each turn has a fresh copy of the data.
 */
final class AchievementImport implements Benchmark {

    private static final int USERS = 200_000;
    private static final String WORK = "import";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private Lab lab;
    private Database original;
    private ImportedFile file;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String title() {
        return file == null
                ? "import of achievements"
                : "import of %,d achievements against COPY of their rows".formatted(file.rows());
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atLeast(Sample.SPEED, 0.40, 0.80));
    }

    @Override
    public void prepare(Lab lab) throws Exception {
        this.lab = lab;
        int users = lab.users(USERS);
        var dataset = lab.dataset(users);
        original = dataset.copy("reported");
        file = ImportedFile.of(original, users, dataset.origin());
        var work = fresh();
        importInto(work);
        file.keep(work);
    }

    private Database fresh() throws IOException, SQLException {
        var work = lab.server().copy(original, original.name() + "_" + WORK);
        lab.server().checkpoint();
        return work;
    }

    @Override
    public Sample reference() throws Exception {
        var work = fresh();
        var sample = lab.measure(() -> {
            file.copyInto(work);
            return new Done(file.rows(), null);
        });
        return new Sample(sample.figures(), ImportedFile.stored(work));
    }

    @Override
    public Sample product() throws Exception {
        var work = fresh();
        var sample = importInto(work);
        return new Sample(sample.figures(), ImportedFile.stored(work));
    }

    private Sample importInto(Database work) throws Exception {
        try (var service = Service.start(work, Map.of("COMPETENCIES_IMPORT_EVERY", "1s"))) {
            return lab.measure(
                    () -> {
                        awaitEnd(service, send(service));
                        return new Done(file.rows(), null);
                    },
                    service.process());
        }
    }

    /** @return the address of the import */
    private String send(Service service) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(service.baseUrl() + "/v1/achievement-imports"))
                        .header("Authorization", Service.basic("admin", Service.PASSWORD))
                        .header("Content-Type", "text/csv")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofFile(file.reports()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("the file was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void awaitEnd(Service service, String address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var state = service.get(address).body();
        while (state.contains("\"RUNNING\"") && System.nanoTime() < deadline) {
            Thread.sleep(100);
            state = service.get(address).body();
        }
        if (!state.contains("\"FINISHED\"") || !state.contains("\"createdRows\":" + file.rows())) {
            throw new IOException("the import ended otherwise: " + state);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        if (original != null) {
            lab.server().drop(original.name() + "_" + WORK);
        }
    }
}
