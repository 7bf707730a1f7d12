package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Credential;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What an account has earned, as it is stored. */
record Achievement(
        UUID accountId,
        UUID id,
        AchievementType type,
        String credential,
        Instant achievedAt,
        Instant expiresAt,
        String source,
        Instant recordedAt,
        Instant revokedAt) {

    /** Account, credential without regard to case, and instant identify an achievement (P7). */
    record Identity(UUID accountId, String credential, Instant achievedAt) {}

    Identity identity() {
        return new Identity(accountId, Credential.key(credential), achievedAt);
    }

    boolean says(NewAchievement report) {
        return Objects.equals(expiresAt, report.expiresAt()) && Objects.equals(source, report.source());
    }

    Achievement updated(NewAchievement report) {
        return new Achievement(
                accountId,
                id,
                type,
                credential,
                achievedAt,
                report.expiresAt(),
                report.source(),
                recordedAt,
                revokedAt);
    }

    AchievementView view(String account) {
        return new AchievementView(id, account, type, credential, achievedAt, expiresAt, source, recordedAt, revokedAt);
    }
}
