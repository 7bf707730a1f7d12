package io.partnercompetencies.account;

import java.util.UUID;

/**
 * A Microsoft account, locked by the running transaction.
 *
 * @param holderOrganizationId where it has running associations; null when it has none
 */
public record MicrosoftAccount(UUID id, String email, UUID holderOrganizationId, UUID holderUserId) {

    boolean isHeldBySomebodyElse(UUID organizationId, UUID userId) {
        return holderUserId != null && !(holderUserId.equals(userId) && holderOrganizationId.equals(organizationId));
    }
}
