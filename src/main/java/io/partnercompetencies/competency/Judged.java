package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import java.time.Instant;
import java.util.List;

/** A stored evaluation made again from the facts, with the proof. */
record Judged(Current current, List<CompetencyStatus> statuses, Outlook outlook) {

    Instant nextChange() {
        return outlook.forecast().nextChange(outlook.moment());
    }
}
