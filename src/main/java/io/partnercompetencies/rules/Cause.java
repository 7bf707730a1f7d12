package io.partnercompetencies.rules;

/** Why a level may be lost, as alerts and forecasts name it. */
public enum Cause {
    USER_LEFT,
    ASSOCIATION_ENDED,
    ACHIEVEMENT_REVOKED,
    ACHIEVEMENT_EXPIRES,
    CREDENTIAL_RETIRES,
    OVERRIDE_ENDS,
    PERFORMANCE_DROPS,
    ATTESTATION_ENDS,
    MARKET_CHANGES,
    REQUIREMENT_CHANGES
}
