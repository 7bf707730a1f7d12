package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param option the nearest one
 * @param options each with its proof, where one competency is asked for
 */
@Schema(name = "LevelStatus")
record LevelView(
        Level level,
        Stage stage,
        boolean met,
        MetBy metBy,
        BigDecimal progress,
        String option,
        List<OptionView> options) {

    @Schema(name = "OptionStatus")
    record OptionView(String option, String name, boolean met, BigDecimal progress, ProofView proof) {}
}
