package io.partnercompetencies.performance;

import java.time.Instant;

/** @param until from this instant on it does not hold any more; null where it has no end */
record NewAttestation(Instant until) {

    static final NewAttestation WITHOUT_END = new NewAttestation(null);
}
