package io.partnercompetencies.achievement;

import static io.restassured.RestAssured.given;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.sync.AchievementImportJob;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends files of achievements, runs the job and reads the log. */
@Singleton
class ImportedAchievements {

    static final String HEADER = "account,type,credential,achievedAt,expiresAt,source";
    static final String CSV = "text/csv";
    static final String LINES = "application/x-ndjson";

    private final AchievementImportJob job;
    private final SettableClock clock;

    ImportedAchievements(AchievementImportJob job, SettableClock clock) {
        this.job = job;
        this.clock = clock;
    }

    static RequestSpecification admin() {
        return given().auth().preemptive().basic(PartnerFixture.ADMIN, PartnerFixture.PASSWORD);
    }

    static String file(List<String> rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    static String file(String... rows) {
        return file(List.of(rows));
    }

    String row(String account, String credential) {
        return "%s,EXAM,%s,%s,,".formatted(account, credential, clock.instant().minusSeconds(3600));
    }

    static ValidatableResponse send(RequestSpecification as, String type, byte[] file) {
        return as.contentType(type).body(file).post("/v1/achievement-imports").then();
    }

    static String accepted(String type, String file) {
        return send(admin(), type, file.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
    }

    static String accepted(String file) {
        return accepted(CSV, file);
    }

    /** Sends the file and processes it; gives the address of the import. */
    String imported(String file) {
        var address = accepted(file);
        runAll();
        return address;
    }

    int runOnce() {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> job.runOnce(clock.instant()));
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }

    void runAll() {
        while (runOnce() > 0) {
            // Each run takes some batches of each import.
        }
    }

    static Map<String, Object> state(String address) {
        return admin().get(address).then().statusCode(200).extract().path("");
    }

    /** The rows of the log by the names of its columns; only its last column has commas in these tests. */
    static List<Map<String, String>> log(String address) {
        var lines =
                admin().get(address).then().statusCode(200).extract().asString().split("\r\n");
        var names = lines[0].split(",");
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(",", names.length))
                .map(cells -> IntStream.range(0, names.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> names[i], i -> unquoted(cells[i]))))
                .toList();
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
    }

    static List<String> column(List<Map<String, String>> log, String name) {
        return log.stream().map(row -> row.get(name)).toList();
    }
}
