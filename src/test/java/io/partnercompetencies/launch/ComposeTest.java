package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What deploy/compose.yaml, nginx.conf and the Dockerfile say agrees with the service and with each other. */
class ComposeTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final String NGINX = Manifests.text(DEPLOY.resolve("nginx.conf"));
    private static final String DOCKERFILE = Manifests.text(DEPLOY.resolve("Dockerfile"));

    private final Map<String, Object> whole = new Yaml().load(Manifests.text(DEPLOY.resolve("compose.yaml")));

    @Test
    void nginx_leads_to_the_copies_and_to_nothing_else() {
        var addresses = copies().map(ComposeTest::address).toList();
        assertThat(addresses).hasSize(2).doesNotHaveDuplicates();
        assertThat(found("server ([0-9.]+):8080 max_fails=1"))
                .isEqualTo(addresses)
                .isEqualTo(found("server ([0-9.]+):8080 max_fails=0 backup"));
        assertThat(found("server ([^ {]+) ")).hasSize(4);
    }

    @Test
    void the_copies_differ_in_nothing_but_their_addresses() {
        assertThat(copies().map(copy -> copy.entrySet().stream()
                                .filter(one -> !one.getKey().equals("networks"))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void the_copies_believe_nginx_and_nobody_else() {
        assertThat(copies())
                .allSatisfy(copy -> assertThat(environment(copy))
                        .containsEntry("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", address(part("nginx")))
                        .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true"));
    }

    @Test
    void a_copy_may_answer_what_it_has_begun() {
        assertThat(copies())
                .allSatisfy(
                        copy -> assertThat(seconds(copy.get("stop_grace_period").toString()))
                                .isGreaterThanOrEqualTo(Delivered.shutdown().plusSeconds(5)));
    }

    @Test
    void nginx_leaves_a_copy_that_stops_alone_until_it_is_gone() {
        assertThat(found("fail_timeout=(\\w+)"))
                .hasSize(2)
                .allSatisfy(timeout ->
                        assertThat(seconds(timeout)).isGreaterThan(Delivered.duration("quarkus.shutdown.delay")));
    }

    @Test
    void nginx_ends_an_idle_connection_before_the_service_does() {
        assertThat(found("(?m)^        keepalive_timeout (\\w+)"))
                .singleElement()
                .satisfies(timeout ->
                        assertThat(seconds(timeout)).isLessThan(Delivered.duration("quarkus.http.idle-timeout")));
    }

    @Test
    void what_faces_callers_can_write_in_a_temporary_folder_alone() {
        assertThat(Stream.concat(copies(), Stream.of(part("nginx")))).hasSize(3).allSatisfy(part -> {
            assertThat(part.get("read_only")).isEqualTo(true);
            assertThat(part.get("tmpfs")).isEqualTo(List.of("/tmp"));
            assertThat(part.get("cap_drop")).isEqualTo(List.of("ALL"));
        });
        assertThat(DOCKERFILE.lines().filter(line -> line.startsWith("USER ")))
                .last()
                .isEqualTo("USER 10001:10001");
    }

    @Test
    void images_of_others_have_a_version() {
        var compose = parts().values().stream()
                .filter(part -> !((Map<?, ?>) part).containsKey("build"))
                .map(part -> ((Map<?, ?>) part).get("image").toString());
        var dockerfile =
                DOCKERFILE.lines().filter(line -> line.startsWith("FROM ")).map(line -> line.split(" ")[1]);
        assertThat(Stream.concat(compose, dockerfile))
                .hasSizeGreaterThan(4)
                .allSatisfy(image -> assertThat(image).matches(".+:\\d+\\.\\d+.*"));
    }

    private Stream<Map<String, Object>> copies() {
        return parts().keySet().stream()
                .filter(name -> name.startsWith("service-"))
                .map(this::part);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> parts() {
        return (Map<String, Object>) whole.get("services");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> part(String name) {
        return (Map<String, Object>) parts().get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Object> part) {
        return (Map<String, String>) part.get("environment");
    }

    private static String address(Map<String, Object> part) {
        var networks = (Map<?, ?>) part.get("networks");
        return ((Map<?, ?>) networks.get("default")).get("ipv4_address").toString();
    }

    private static List<String> found(String expression) {
        return Pattern.compile(expression)
                .matcher(NGINX)
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }
}
