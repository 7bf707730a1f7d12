package io.partnercompetencies.bench;

import io.partnercompetencies.rules.AccountKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A generated employee with the account that he uses for everything.
 *
 * @param leftAt null for those who are still there
 */
record Employee(Company company, UUID id, UUID account, Instant createdAt, Instant leftAt) {

    boolean isActive() {
        return leftAt == null;
    }

    record Link(UUID id, AccountKind kind, Instant since) {}
}
