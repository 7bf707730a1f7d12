package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be bought and renewed, and why.
 *
 * @param upgrade the levels above the running one; both without one
 * @param renewal absent without a running subscription
 */
record EligibilityView(List<Upgrade> upgrade, Renewal renewal) {

    @Schema(name = "UpgradeEligibility")
    record Upgrade(Level level, boolean eligible, List<Reason> reasons) {}

    /**
     * @param eligible the level is met now (M1)
     * @param allowedNow eligible, and the window is open
     */
    @Schema(name = "RenewalEligibility")
    record Renewal(
            Level level,
            boolean eligible,
            boolean allowedNow,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean atRisk,
            List<Reason> reasons) {}

    /**
     * @param competencyId absent where none is concerned; likewise {@code level}
     * @param shortfall what is missing, where a level is not met
     */
    @Schema(name = "EligibilityReason")
    record Reason(Code code, String message, String competencyId, Level level, Shortfall shortfall) {

        @Schema(name = "EligibilityCode")
        enum Code {
            LEVEL_MET,
            LEVEL_NOT_MET,
            NO_COMPETENCY,
            /** A held level is not met now, or will not be on the anniversary (M6). */
            AT_RISK,
            /** What a renewal would end today. */
            LOST_AT_RENEWAL,
            /** What can be bought in the place of the renewal. */
            ALTERNATIVE_LEVEL,
            WINDOW_NOT_OPEN,
            WINDOW_OPEN
        }
    }
}
