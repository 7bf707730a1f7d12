package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Forecast;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One evaluation of one organisation, with what was lost since the one before.
 *
 * @param fallen levels that were met at the one before, and are not now
 * @param forecast what becomes of it if nobody does anything
 * @param cause why a level may be lost without the loss of an achievement; null where it is not known
 */
public record Judgement(
        UUID organizationId,
        Instant at,
        List<CompetencyStatus> statuses,
        Set<HeldLevel> fallen,
        Forecast forecast,
        Cause cause,
        List<Loss> losses,
        Ended ended) {}
