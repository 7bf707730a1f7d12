package io.partnercompetencies.achievement;

import io.partnercompetencies.account.MicrosoftAccount;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Records what was reported: one record for a call, however many achievements it brings. It belongs to the one
 * organisation that has the accounts, or else to the programme.
 */
@Singleton
class ReportsAudited {

    private record Said(String type, String credential, Instant achievedAt, Instant expiresAt) {

        static Said of(Achievement achievement) {
            return new Said(
                    achievement.type().name(),
                    achievement.credential(),
                    achievement.achievedAt(),
                    achievement.expiresAt());
        }
    }

    private final Audit audit;

    ReportsAudited(Audit audit) {
        this.audit = audit;
    }

    Uni<Void> record(ReportPlan plan, Map<UUID, MicrosoftAccount> accounts) {
        var written =
                Stream.concat(plan.inserts().stream(), plan.updates().stream()).toList();
        return written.isEmpty() ? Uni.createFrom().voidItem() : audit.record(event(plan, written, accounts));
    }

    private static AuditEvent event(ReportPlan plan, List<Achievement> written, Map<UUID, MicrosoftAccount> accounts) {
        if (written.size() > 1) {
            return AuditEvent.of(organization(written, accounts), OperationType.IMPORT, ResourceType.ACHIEVEMENT, null)
                    .to(Map.of(
                            "created", plan.inserts().size(),
                            "updated", plan.updates().size()));
        }
        var only = written.get(0);
        var account = accounts.get(only.accountId());
        return plan.inserts().isEmpty()
                ? of(account, OperationType.UPDATE, only.id())
                        .from(Said.of(plan.former(only)))
                        .to(Said.of(only))
                : of(account, OperationType.CREATE, only.id()).to(Said.of(only));
    }

    private static UUID organization(List<Achievement> written, Map<UUID, MicrosoftAccount> accounts) {
        var holders = written.stream()
                .map(one -> accounts.get(one.accountId()).holderOrganizationId())
                .distinct()
                .toList();
        return holders.size() == 1
                ? Objects.requireNonNullElse(holders.get(0), AuditEvent.PROGRAMME)
                : AuditEvent.PROGRAMME;
    }

    Uni<Void> revoked(MicrosoftAccount account, UUID achievementId, Instant at) {
        return audit.record(of(account, OperationType.DELETE, achievementId).to(Map.of("revokedAt", at)));
    }

    private static AuditEvent of(MicrosoftAccount account, OperationType what, UUID achievementId) {
        return AuditEvent.of(
                        Objects.requireNonNullElse(account.holderOrganizationId(), AuditEvent.PROGRAMME),
                        what,
                        ResourceType.ACHIEVEMENT,
                        achievementId)
                .about(account.holderUserId());
    }
}
