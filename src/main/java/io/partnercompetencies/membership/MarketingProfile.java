package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is shown to customers (M5).
 *
 * @param membershipLevel of the running subscription, absent without one
 * @param competencies one entry per held level
 */
record MarketingProfile(UUID organizationId, String name, Level membershipLevel, List<Entry> competencies) {

    @Schema(name = "ProfileCompetency")
    record Entry(String competencyId, String name, Level level) {}
}
