package io.partnercompetencies.webhook;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches through a webhook what only the service's own network should. */
@QuarkusTest
@TestProfile(ForbiddenReceiversTest.AsDelivered.class)
class ForbiddenReceiversTest {

    public static class AsDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("competencies.webhooks.allow-private", "false");
        }
    }

    @Inject
    PartnerFixture fixture;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "https://localhost/",
                "https://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[fe80::1]/",
                "http://2130706433/",
                "http://[::ffff:10.0.0.1]/"
            })
    void an_address_that_is_not_public_is_refused(String url) {
        admin().body(Map.of("url", url, "events", List.of("alert.opened")))
                .post(fixture.partner().path("/webhooks"))
                .then()
                .statusCode(422)
                .body("code", is("invalid"))
                .body("errors[0].pointer", is("/url"))
                .body("detail", containsString("private, loopback or link-local"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/", "https://receiver.invalid/competencies"})
    void a_public_address_is_taken_and_a_name_that_nobody_knows_yet(String url) {
        admin().body(Map.of("url", url, "events", List.of("alert.opened")))
                .post(fixture.partner().path("/webhooks"))
                .then()
                .statusCode(201);
    }

    /** The name may have stood for a public address when the webhook was registered. */
    @Test
    void the_address_is_looked_at_again_before_anything_is_sent() {
        var contoso = fixture.partner();
        String id = admin().body(Map.of("url", "https://receiver.invalid/", "events", List.of("alert.opened")))
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (var receiver = new TestReceiver()) {
            Sql.change("update webhook set url = ? where id = ?::uuid", receiver.url(), id);
            admin().post(contoso.path("/webhooks/" + id + "/test"))
                    .then()
                    .statusCode(200)
                    .body("delivered", is(false))
                    .body("failure", containsString("loopback"));
            assertThat(receiver.taken()).isEmpty();
        }
    }
}
