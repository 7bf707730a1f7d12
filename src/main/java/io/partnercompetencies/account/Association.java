package io.partnercompetencies.account;

import io.partnercompetencies.rules.AccountKind;
import java.time.Instant;
import java.util.UUID;

/** A running association. */
public record Association(
        UUID organizationId, UUID id, UUID userId, UUID accountId, AccountKind kind, Instant associatedAt) {}
