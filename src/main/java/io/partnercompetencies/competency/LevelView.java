package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param option the nearest one
 * @param options each with its proof, where one competency is asked for; likewise {@code waivers}, where there are any
 * @param missing what the nearest option still lacks, in words; where one competency is asked for and the level is not met
 */
@Schema(name = "LevelStatus")
record LevelView(
        Level level,
        Stage stage,
        boolean met,
        MetBy metBy,
        BigDecimal progress,
        String option,
        List<String> missing,
        List<OptionView> options,
        List<WaiverView> waivers) {

    /** Free text may name somebody. */
    LevelView withoutReasons() {
        return waivers == null
                ? this
                : new LevelView(
                        level,
                        stage,
                        met,
                        metBy,
                        progress,
                        option,
                        missing,
                        options,
                        waivers.stream().map(WaiverView::withoutReason).toList());
    }

    @Schema(name = "OptionStatus")
    record OptionView(String option, String name, boolean met, BigDecimal progress, ProofView proof) {}

    /** An override or an exemption that is in force. */
    @Schema(name = "Waiver")
    record WaiverView(MetBy by, UUID id, String reason, Instant until) {

        private WaiverView withoutReason() {
            return new WaiverView(by, id, null, until);
        }

        /** Null where there is none. */
        static List<WaiverView> of(LevelStatus level) {
            return level.waivers().isEmpty()
                    ? null
                    : level.waivers().stream()
                            .map(one -> new WaiverView(one.by(), one.id(), one.reason(), one.until()))
                            .toList();
        }
    }
}
