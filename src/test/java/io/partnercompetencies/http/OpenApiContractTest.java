package io.partnercompetencies.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The OpenAPI document is what the code says, and no change of it breaks a client that was generated from the last
 * release. {@code released.yaml} is the document of that release: whoever releases copies {@code openapi.yaml} over it.
 */
@QuarkusTest
class OpenApiContractTest {

    private static final Path DOCUMENT = Path.of("src", "main", "resources", "openapi", "openapi.yaml");
    private static final Path RELEASED = Path.of("src", "test", "resources", "openapi", "released.yaml");

    @Test
    void the_document_beside_the_code_is_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(DOCUMENT, served());
        }
        assertThat(firstDifference(
                        Files.readAllLines(DOCUMENT), served().lines().toList()))
                .as(
                        "%s differs from the code. If that is meant, ./mvnw test -Dtest=OpenApiContractTest"
                                + " -Dopenapi.write=true writes it anew",
                        DOCUMENT)
                .isEmpty();
    }

    @Test
    void a_client_of_the_last_release_goes_on_working() throws IOException {
        var changes = OpenApiChanges.between(Files.readString(RELEASED), served());
        assertThat(changes.breakClients()).as(changes.inWords()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_break_is_seen(OpenApiBreak change) throws IOException {
        var released = Files.readString(RELEASED);
        assertThat(OpenApiChanges.between(released, change.in(released)).breakClients())
                .isTrue();
    }

    private static String served() {
        return given().get("/q/openapi").then().statusCode(200).extract().asString();
    }

    private static String firstDifference(List<String> known, List<String> said) {
        return IntStream.range(0, Math.max(known.size(), said.size()))
                .filter(line -> !line(known, line).equals(line(said, line)))
                .mapToObj(line ->
                        "line %d is «%s» and should be «%s»".formatted(line + 1, line(known, line), line(said, line)))
                .findFirst()
                .orElse("");
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }
}
