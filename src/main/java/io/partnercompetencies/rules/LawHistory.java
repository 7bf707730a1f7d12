package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.List;

/** All revisions of a competency's requirements (R1), oldest first. Where none is in force there is no option. */
public record LawHistory(String id, List<Revision> revisions) {

    public LawHistory {
        revisions = List.copyOf(revisions);
    }

    public CompetencyLaw at(Instant instant) {
        for (var revision : revisions) {
            if (revision.isInForceAt(instant)) {
                return new CompetencyLaw(id, revision.options());
            }
        }
        return new CompetencyLaw(id, List.of());
    }
}
