package io.partnercompetencies.achievement;

import java.util.UUID;

/** An achievement that was reported again with another expiry. */
record NewExpiry(UUID organizationId, Revised achievement) {}
