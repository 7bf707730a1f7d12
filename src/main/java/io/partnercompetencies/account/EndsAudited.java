package io.partnercompetencies.account;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.rules.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records that associations ended: for the organisation they were in, which learns nothing of where an account went. */
@Singleton
class EndsAudited {

    private record Running(UUID userId, String account, AccountKind kind) {}

    private record Over(EndCause endCause, Instant endedAt) {}

    private final AccountRepository accounts;
    private final Audit audit;

    EndsAudited(AccountRepository accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    Uni<Void> record(List<Association> ended, EndCause cause, Instant at) {
        return accounts.emails(ended.stream().map(Association::accountId).toList())
                .chain(emails -> audit.record(
                        ended.stream().map(one -> event(one, emails, cause, at)).toList()));
    }

    private static AuditEvent event(Association ended, Map<UUID, String> emails, EndCause cause, Instant at) {
        return AuditEvent.of(ended.organizationId(), OperationType.UNLINK, ResourceType.MICROSOFT_ACCOUNT, ended.id())
                .about(ended.userId())
                .from(new Running(ended.userId(), emails.get(ended.accountId()), ended.kind()))
                .to(new Over(cause, at));
    }
}
