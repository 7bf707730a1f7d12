package io.partnercompetencies.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * An association as the person sees it who it belongs to.
 *
 * @param nextAssociationAllowedAt the first instant at which the account can be associated again for this kind (P5);
 *     null when it can at once
 */
record OwnAssociation(@JsonUnwrapped AssociationView association, Instant nextAssociationAllowedAt) {}
