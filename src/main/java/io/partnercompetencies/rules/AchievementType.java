package io.partnercompetencies.rules;

/** How an achievement is reported. An external certification is reported as a {@code CERTIFICATION}. */
public enum AchievementType {
    EXAM,
    CERTIFICATION,
    ASSESSMENT
}
