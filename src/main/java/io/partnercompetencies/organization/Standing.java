package io.partnercompetencies.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an organisation stands.
 *
 * @param revision grows with every change that an answer about the organisation may show
 * @param countedThrough the instant up to which scheduled passes have counted gains (T2)
 * @param nextDueAt the earliest instant at which anything can change by itself; null when nothing can
 * @param stale facts were added that the snapshot does not show yet
 * @param snapshot the last evaluation, in the form of the room that evaluates; empty before the first
 */
public record Standing(
        UUID organizationId,
        long revision,
        Instant countedThrough,
        Instant nextDueAt,
        boolean stale,
        Instant evaluatedAt,
        String snapshot) {

    /** When a pass that claims it has to look at it first. */
    public Instant dueAt() {
        return notBeforeEvaluation(nextDueAt);
    }

    /** The instant of a change: whoever waited for the lock may have been overtaken by a later evaluation. */
    public Instant notBeforeEvaluation(Instant now) {
        return now.isAfter(evaluatedAt) ? now : evaluatedAt;
    }
}
