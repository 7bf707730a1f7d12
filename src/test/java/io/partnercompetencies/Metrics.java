package io.partnercompetencies;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the service tells those who watch it. */
public final class Metrics {

    private Metrics() {}

    /** Each with its labels, such as {@code competencies_database_busy{share="jobs"}}. */
    public static Set<String> series() {
        return lines().map(line -> line.substring(0, line.lastIndexOf(' '))).collect(toCollection(TreeSet::new));
    }

    /** Without labels. */
    public static Set<String> names() {
        return series().stream().map(one -> one.replaceFirst("\\{.*", "")).collect(toCollection(TreeSet::new));
    }

    /**
     * The sum of all series of the name that have the labels.
     *
     * @param labels such as {@code share="jobs"}
     */
    public static double value(String name, String... labels) {
        return lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Stream<String> lines() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"));
    }
}
