package io.partnercompetencies.rules;

/** Why a level may be lost, as alerts and forecasts name it; the last one is a forecast's alone. */
public enum Cause {
    USER_LEFT,
    ASSOCIATION_ENDED,
    ACHIEVEMENT_REVOKED,
    ACHIEVEMENT_EXPIRES,
    CREDENTIAL_RETIRES,
    /** An override, or an exemption. */
    OVERRIDE_ENDS,
    PERFORMANCE_DROPS,
    ATTESTATION_ENDS,
    MARKET_CHANGES,
    REQUIREMENT_CHANGES,
    /** What is pending comes to count: a gain. */
    ACHIEVEMENT_COUNTS
}
