package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.CompetencyStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One evaluation of one organisation, with what was lost since the one before.
 *
 * @param cause why a level may be lost without the loss of an achievement; null where it is not known
 */
public record Judgement(
        UUID organizationId,
        Instant at,
        List<CompetencyStatus> statuses,
        Cause cause,
        List<Loss> losses,
        Ended ended) {}
