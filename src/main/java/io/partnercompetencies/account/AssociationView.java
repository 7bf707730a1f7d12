package io.partnercompetencies.account;

import io.partnercompetencies.rules.AccountKind;
import java.time.Instant;
import java.util.UUID;

/**
 * The link between a user and a Microsoft account for one kind.
 *
 * @param countsFrom the earliest instant at which anything can count through it
 * @param movedFromAnotherOrganization it ended an association in another organisation, which is never named (P4)
 */
public record AssociationView(
        UUID id,
        UUID userId,
        String account,
        AccountKind kind,
        Instant associatedAt,
        Instant countsFrom,
        boolean movedFromAnotherOrganization,
        Instant endedAt) {}
