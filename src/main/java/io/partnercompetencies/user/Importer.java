package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Who started an import, for whom it goes on after the call.
 *
 * @param userId null for an account that belongs to no employee
 * @param requestId of the call that started it
 */
record Importer(String userName, UUID userId, Set<Role> roles, String requestId) {}
