package io.partnercompetencies.account;

import io.partnercompetencies.rules.AssociationLimit;
import io.partnercompetencies.rules.SyncDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The laws whose figures are settings: the wait (T2), and how often an account may be associated (P5). */
class AssociationLaws {

    @Produces
    @Singleton
    SyncDelay syncDelay(@ConfigProperty(name = "competencies.sync.delay") Duration delay) {
        return new SyncDelay(delay);
    }

    @Produces
    @Singleton
    AssociationLimit limit(
            @ConfigProperty(name = "competencies.association.min.interval") Duration minInterval,
            @ConfigProperty(name = "competencies.association.max.per.year") int maxPerYear) {
        return new AssociationLimit(minInterval, maxPerYear);
    }
}
