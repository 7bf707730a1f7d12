package io.partnercompetencies.user;

import static io.restassured.RestAssured.given;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.sync.ImportJob;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends files of employees, runs the job and reads the log. */
@Singleton
class ImportFixture {

    static final String HEADER = "firstName,lastName,displayName,email,roles";

    private final ImportJob job;
    private final SettableClock clock;

    ImportFixture(ImportJob job, SettableClock clock) {
        this.job = job;
        this.clock = clock;
    }

    static RequestSpecification admin() {
        return given().auth().preemptive().basic(PartnerFixture.ADMIN, PartnerFixture.PASSWORD);
    }

    static String file(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    static String file(int rows, IntFunction<String> row) {
        return IntStream.rangeClosed(1, rows).mapToObj(row).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    static String row(String name) {
        return "%s,Contoso,%s Contoso,%s@contoso.example,".formatted(name, name, name);
    }

    static ValidatableResponse send(Partner partner, String file) {
        return send(admin(), partner, file.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse send(RequestSpecification as, Partner partner, byte[] file) {
        return as.contentType("text/csv")
                .body(file)
                .post(partner.path("/user-imports"))
                .then();
    }

    /** Sends the file, and gives the address of its import. */
    static String accepted(Partner partner, String file) {
        return send(partner, file).statusCode(202).extract().header("Location");
    }

    /** Sends the file and processes it. */
    String imported(Partner partner, String file) {
        var address = accepted(partner, file);
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
            // Each run takes some rows of each import.
        }
    }

    static Map<String, Object> state(String address) {
        return admin().get(address).then().statusCode(200).extract().path("");
    }

    static List<Map<String, String>> log(String address) {
        return log(admin(), address);
    }

    /** The rows of the log by the names of its columns; its texts have no commas in these tests. */
    static List<Map<String, String>> log(RequestSpecification as, String address) {
        var lines = as.get(address + "/log")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");
        var names = lines[0].split(",");
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(",", names.length))
                .map(cells -> IntStream.range(0, names.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> names[i], i -> cells[i])))
                .toList();
    }

    /** Whether it becomes true within two minutes. */
    static boolean eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    static List<String> column(List<Map<String, String>> log, String name) {
        return log.stream().map(row -> row.get(name)).toList();
    }
}
