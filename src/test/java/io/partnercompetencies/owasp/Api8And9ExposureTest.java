package io.partnercompetencies.owasp;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * API8:2023, security misconfiguration, and API9:2023, improper inventory management: what the service shows of itself.
 * Of the others API6 is what the limits on association and purchase are tested for in their rooms, API7 what webhooks
 * are refused and kept from (webhook/ForbiddenReceiversTest), and of API10 there is only what a receiver answers, of
 * which nothing but the status is read.
 */
@QuarkusTest
class Api8And9ExposureTest {

    @Inject
    PartnerFixture partners;

    @Inject
    BeanManager beans;

    @TestHTTPResource
    URI service;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "FOO", "get"})
    void an_unknown_method_is_refused_and_nothing_is_echoed(String method) throws IOException {
        var answer = raw(method + " " + contoso.path("") + " HTTP/1.1", "X-Secret: told-to-nobody");
        assertThat(answer).containsPattern("^HTTP/1\\.1 (400|404|405|501)").doesNotContain("told-to-nobody");
    }

    @Test
    void no_answer_tells_what_it_was_made_with() {
        for (var answer : List.of(
                PartnerFixture.admin().get("/v1/me"),
                PartnerFixture.admin().get("/v1/nothing"),
                PartnerFixture.admin().body("{").post("/v1/organizations"),
                given().get("/v1/me"),
                given().get("/nothing"),
                given().get("/"),
                given().get("/q/nothing"))) {
            assertThat(answer.headers().asList())
                    .noneMatch(header -> header.getName().matches("(?i)server|x-powered-by|via|x-aspnet.*"));
            assertThat(answer.asString())
                    .doesNotContain(
                            "io.quarkus",
                            "java.",
                            "jakarta",
                            "\tat ",
                            "Exception",
                            "RESTEASY",
                            "vertx",
                            "Resource not");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":",
                "{\"name\":1}",
                "[]",
                "null",
                "\"\"",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"'; drop table organization; --\"}",
                "{\"@class\":\"java.net.URL\"}",
                "{\"name\":\"${jndi:ldap://a}\"}",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            })
    void a_broken_body_is_answered_with_a_sentence_and_no_insides(String body) {
        var answer = PartnerFixture.admin().body(body).patch(contoso.path(""));
        assertThat(answer.statusCode()).isBetween(200, 422);
        assertThat(answer.asString())
                .doesNotContain(
                        "com.fasterxml", "jackson", "java.", "io.partnercompetencies", "\tat ", "select ", "root:");
        partners.get(contoso.path("")).statusCode(200);
    }

    @Test
    void what_developers_use_is_not_served() {
        for (var path : List.of(
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/q/arc/beans",
                "/q/info",
                "/q/logging-manager",
                "/actuator",
                "/.git/config",
                "/.env",
                "/WEB-INF/web.xml",
                "/application.properties",
                "/h2-console",
                "/q/../application.properties",
                "/v1/../application.properties")) {
            assertThat(given().urlEncodingEnabled(false)
                            .redirects()
                            .follow(false)
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isIn(400, 401, 404);
        }
    }

    @Test
    void a_host_that_the_client_makes_up_leads_nowhere() {
        var made = PartnerFixture.admin()
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .body(Map.of(
                        "mpnId",
                        "mpn-" + UUID.randomUUID(),
                        "name",
                        "Fabrikam",
                        "country",
                        "IT",
                        "market",
                        "DEVELOPED"))
                .post("/v1/organizations");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).doesNotContain("evil.example");
        PartnerFixture.admin()
                .header("X-Forwarded-Host", "evil.example")
                .get("/v1/organizations?size=1")
                .then()
                .body("links.next.uri", startsWith("/v1/"))
                .body("links.self.uri", equalTo("/v1/organizations?size=1"));
    }

    @Test
    void two_lengths_do_not_smuggle_a_second_request() throws IOException {
        var smuggled = "GET /v1/me HTTP/1.1\r\nHost: x\r\nMS-RequestId: smuggled\r\n\r\n";
        for (var framing : List.of(
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Content-Length: 2\r\nContent-Length: 40",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity")) {
            var answer = raw("PATCH " + contoso.path("") + " HTTP/1.1", framing, "0\r\n\r\n" + smuggled);
            assertThat(answer.split("HTTP/1\\.1 200", -1)).as(framing).hasSizeLessThan(2);
        }
    }

    @Test
    void every_call_that_is_served_is_documented_and_the_other_way_round() {
        var documented = Documented.calls().stream()
                .map(call -> call.method() + " " + call.template())
                .collect(toCollection(TreeSet::new));
        assertThat(served()).isEqualTo(documented);
    }

    @Test
    void another_method_than_those_documented_is_refused_with_their_names() {
        Map<String, Set<String>> documented = Documented.calls().stream()
                .collect(groupingBy(
                        Documented.Call::template, mapping(Documented.Call::method, toCollection(TreeSet::new))));
        documented.forEach((template, methods) -> {
            methods.add("OPTIONS");
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            var path = template.replaceAll("\\{organizationId}", contoso.id())
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            var answer = PartnerFixture.admin().request("REPORT", path);
            assertThat(answer.statusCode()).as(template).isEqualTo(405);
            assertThat(answer.header("Allow").split(", ")).as(template).containsAll(methods);
        });
    }

    /** Calls of the classes themselves, those of the tests left out. */
    private Set<String> served() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .filter(type -> !type.getAnnotation(Path.class).value().startsWith("/v1/test"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(Api8And9ExposureTest::calls)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> calls(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> verb.value() + " " + path(method));
    }

    private static String path(Method method) {
        return Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(part -> part != null)
                .map(part -> "/" + part.value().replaceAll("^/|/$", "").replaceAll("\\{(\\w+)[^}]*}", "{$1}"))
                .collect(Collectors.joining())
                .replaceAll("(?<=.)/$", "");
    }

    private String raw(String requestLine, String header) throws IOException {
        return raw(requestLine, header, "");
    }

    private String raw(String requestLine, String header, String body) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            var credentials = Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Basic " + credentials + "\r\n" + header + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
