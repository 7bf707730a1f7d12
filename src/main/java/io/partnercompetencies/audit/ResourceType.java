package io.partnercompetencies.audit;

/** What kind of thing was changed. */
public enum ResourceType {
    ORGANIZATION,
    LOCATION,
    USER,
    USER_IMPORT,
    SERVICE_ACCOUNT,
    MICROSOFT_ACCOUNT,
    ACHIEVEMENT,
    ACHIEVEMENT_IMPORT,
    PERFORMANCE,
    OVERRIDE,
    ATTESTATION,
    EXEMPTION,
    SUBSCRIPTION,
    MERGE,
    WEBHOOK
}
