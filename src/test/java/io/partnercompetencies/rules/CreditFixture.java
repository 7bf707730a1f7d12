package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.UUID;

/** A credit that counts unless told otherwise. */
final class CreditFixture {

    private final UUID id;
    private final UUID user;
    private final String credential;
    private AchievementType type = AchievementType.EXAM;
    private boolean fits = true;
    private Instant countsFrom = Partner.NOW.minusSeconds(86_400 * 30);
    private Instant knownFrom = Instant.EPOCH;
    private Instant expiresAt;
    private Instant revokedAt;
    private Instant endedAt;

    CreditFixture(UUID id, UUID user, String credential) {
        this.id = id;
        this.user = user;
        this.credential = credential;
    }

    static CreditFixture any() {
        return new CreditFixture(new UUID(7, 1), Partner.person("Ada"), "70-347");
    }

    CreditFixture type(AchievementType value) {
        type = value;
        return this;
    }

    CreditFixture misfit() {
        fits = false;
        return this;
    }

    CreditFixture countsFrom(Instant value) {
        countsFrom = value;
        return this;
    }

    CreditFixture knownFrom(Instant value) {
        knownFrom = value;
        return this;
    }

    CreditFixture expiresAt(Instant value) {
        expiresAt = value;
        return this;
    }

    CreditFixture revokedAt(Instant value) {
        revokedAt = value;
        return this;
    }

    CreditFixture endedAt(Instant value) {
        endedAt = value;
        return this;
    }

    Credit build() {
        return new Credit(
                id, user, credential, type, fits, Instant.EPOCH, countsFrom, knownFrom, expiresAt, revokedAt, endedAt);
    }
}
