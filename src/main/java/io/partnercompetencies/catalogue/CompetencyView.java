package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Level;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A competency of the catalogue in one language.
 *
 * @param options those in force, in the catalogue's order
 * @param revisions everything it ever asked, oldest first
 */
public record CompetencyView(
        String id, String name, String area, List<OptionView> options, List<RevisionView> revisions) {

    @Schema(name = "CompetencyOption")
    public record OptionView(String id, String name, List<LevelView> levels) {}

    @Schema(name = "LevelRequirement")
    public record LevelView(Level level, RequirementView requirement) {}

    /**
     * From its first day to the day before {@code effectiveTo}; a bound that is left out is none.
     *
     * @param change against the revision before it, in words, or null
     */
    @Schema(name = "CompetencyRevision")
    public record RevisionView(
            LocalDate effectiveFrom, LocalDate effectiveTo, String change, List<OptionView> options) {}
}
