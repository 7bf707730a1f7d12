package io.partnercompetencies.rules;

/** For what a Microsoft account is associated with a user. */
public enum AccountKind {
    LEARN,
    PARTNER_UNIVERSITY;

    /** Exams and certifications come through {@code LEARN}, assessments through {@code PARTNER_UNIVERSITY} (P3). */
    public boolean brings(AchievementType type) {
        return (type == AchievementType.ASSESSMENT) == (this == PARTNER_UNIVERSITY);
    }
}
