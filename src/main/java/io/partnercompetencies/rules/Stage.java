package io.partnercompetencies.rules;

/** The stage of a competency's level (Stages; rule 8.1). */
public enum Stage {
    IN_GRACE_PERIOD,
    AT_RISK,
    ACTIVE,
    QUALIFIED,
    INACTIVE,
    STARTED,
    NOT_STARTED;

    /**
     * The first that fits, in the order of the constants.
     *
     * @param held met at some moment while a subscription of this level ran, in the present term (8.8)
     * @param inGrace the anniversary has passed and the renewal window is open (8.13)
     * @param metNow for a held level: met now, and on the anniversary if nothing changes
     * @param covered a running subscription covers the level
     * @param lapsed was held, and the subscription has lapsed
     * @param started something that an option of the level names counts
     */
    public static Stage of(
            boolean held, boolean inGrace, boolean metNow, boolean covered, boolean lapsed, boolean started) {
        if (held) {
            return inGrace ? IN_GRACE_PERIOD : metNow ? ACTIVE : AT_RISK;
        }
        if (metNow) {
            // Met while covered is about to be held: the evaluation that finds it so writes it down.
            return covered ? ACTIVE : QUALIFIED;
        }
        if (lapsed) {
            return INACTIVE;
        }
        return started ? STARTED : NOT_STARTED;
    }
}
