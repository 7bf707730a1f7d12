package io.partnercompetencies.rules;

/** The level of a competency and of a subscription. GOLD does not imply SILVER in a competency (R5). */
public enum Level {
    SILVER,
    GOLD;

    /** Whether a subscription of this level covers a competency's level: GOLD covers SILVER too (Stages, M5). */
    public boolean covers(Level other) {
        return compareTo(other) >= 0;
    }
}
