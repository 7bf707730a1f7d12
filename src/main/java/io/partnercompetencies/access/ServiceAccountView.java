package io.partnercompetencies.access;

import java.time.Instant;
import java.util.UUID;

/** @param organizationId null for one that reaches all */
record ServiceAccountView(UUID id, String name, Role role, UUID organizationId, String userName, Instant createdAt) {}
