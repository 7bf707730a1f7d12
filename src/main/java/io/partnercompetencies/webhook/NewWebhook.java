package io.partnercompetencies.webhook;

import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.problem.Refusal;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * @param url where events are posted to, with https or http
 * @param secret of the receiver's own choice, or absent
 */
record NewWebhook(
        @NotNull(message = "url is missing.") String url,

        @NotEmpty(message = "events is missing: name at least one event.")
        List<@NotNull(message = "An event is missing.") PartnerEventType> events,

        String secret) {

    Set<PartnerEventType> wanted() {
        return EnumSet.copyOf(events);
    }

    SigningSecret signingSecret() {
        return secret == null
                ? SigningSecret.random()
                : SigningSecret.of(secret)
                        .orElseThrow(
                                () -> Refusal.invalid(
                                        "/secret",
                                        "secret is whsec_ and 24 to 64 random bytes in Base64; leave it out to have one made."));
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "NewWebhook[" + events + "]";
    }
}
