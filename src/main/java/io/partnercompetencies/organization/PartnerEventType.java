package io.partnercompetencies.organization;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a partner's own systems can be told of, by the name that they know it by. */
public enum PartnerEventType {
    STATUS_CHANGED("competency.status-changed"),
    MEMBERSHIP_CHANGED("membership.changed"),
    ALERT_OPENED("alert.opened"),
    ALERT_CLEARED("alert.cleared"),
    ACHIEVEMENT_COUNTED("achievement.counted"),
    ASSOCIATION_ENDED("association.ended");

    private final String text;

    PartnerEventType(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** As refusals name it. */
    @Override
    public String toString() {
        return text;
    }

    public static Optional<PartnerEventType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
