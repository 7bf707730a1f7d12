package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

@Entity
@Table(name = "subscription")
@IdClass(SubscriptionEntity.Key.class)
class SubscriptionEntity {

    record Key(UUID organizationId, UUID id) implements Serializable {}

    @Id
    UUID organizationId;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Level level;

    @Enumerated(EnumType.STRING)
    SubscriptionStatus status;

    LocalDate startsOn;
    LocalDate expiresOn;
    int renewalDays;
    Instant boughtAt;
    LocalDate endedOn;
    Integer upgradeDiscountPercent;

    /** Whose term it was, where the organisation has it from a merge: it is none of its own. */
    UUID mergedFrom;

    @Version
    long version;

    Term term() {
        return new Term(level, startsOn, expiresOn, Period.ofDays(renewalDays));
    }

    void end(SubscriptionStatus how, LocalDate on) {
        status = how;
        endedOn = on;
    }

    /** The dates decide at once; what is stored follows with the next pass (M3). */
    SubscriptionStatus statusOn(LocalDate today) {
        return status.runs() ? SubscriptionStatus.valueOf(term().at(today).name()) : status;
    }

    SubscriptionView view(LocalDate today) {
        return new SubscriptionView(
                id, level, statusOn(today), startsOn, expiresOn, upgradeDiscountPercent, mergedFrom);
    }
}
