package io.partnercompetencies.membership;

import io.partnercompetencies.rules.MembershipYear;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The laws of the membership whose figures are settings: term, renewal window and reminders (M2, M3, M7). */
class MembershipLaws {

    @Produces
    @Singleton
    @Startup
    MembershipYear year(
            @ConfigProperty(name = "competencies.membership.term") String term,
            @ConfigProperty(name = "competencies.membership.renewal-window") String window,
            @ConfigProperty(name = "competencies.membership.reminders") Optional<String> reminders) {
        return MembershipYear.of(term, window, reminders.orElse(""));
    }
}
