package io.partnercompetencies.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** The example that libraries for Standard Webhooks check themselves with. */
    @Test
    void a_receiver_that_keeps_to_the_standard_finds_the_signature_right() {
        var secret = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_prefix_may_be_left_out() {
        assertThat(SigningSecret.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .orElseThrow()
                        .text())
                .isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void one_that_is_made_can_be_read_and_is_no_other() {
        var made = SigningSecret.random();
        assertThat(SigningSecret.of(made.text()).orElseThrow().signature("id", 1, "body"))
                .isEqualTo(made.signature("id", 1, "body"));
        assertThat(SigningSecret.random().text()).isNotEqualTo(made.text());
        assertThat(made.toString()).doesNotContain(made.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "whsec_not base64 at all, and long enough for it"})
    void what_is_too_short_or_no_base64_is_none(String text) {
        assertThat(SigningSecret.of(text)).isEmpty();
    }
}
