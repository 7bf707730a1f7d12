package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.rules.CompetencyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a status answer shows: an evaluation, the stored one or that of a past instant.
 *
 * @param revision of the organisation: whatever an answer shows, the past included, changes only with it
 * @param statuses with the proof; empty where none is asked for
 * @param at the instant that decides the term's state: of the request, or the past one
 */
record Shown(
        UUID organizationId,
        long revision,
        Instant evaluatedAt,
        Instant completeThrough,
        StoredSnapshot stored,
        List<CompetencyStatus> statuses,
        Instant at) {

    static Shown stored(Current current, Instant now) {
        return of(current, List.of(), current.standing().nextDueAt(), now);
    }

    static Shown judged(Judged judged, Instant now) {
        return of(judged.current(), judged.statuses(), judged.nextChange(), now);
    }

    private static Shown of(Current current, List<CompetencyStatus> statuses, Instant nextDueAt, Instant now) {
        return new Shown(
                current.standing().organizationId(),
                current.standing().revision(),
                current.standing().evaluatedAt(),
                current.completeThrough(nextDueAt, now),
                current.stored(),
                statuses,
                now);
    }

    /** At a past instant everything due by then counts (R8). */
    static Shown past(Standing standing, Instant at, List<CompetencyStatus> statuses, Holding holding) {
        return new Shown(
                standing.organizationId(),
                standing.revision(),
                at,
                at,
                StoredSnapshot.of(Snapshot.of(statuses, holding)),
                statuses,
                at);
    }

    Snapshot snapshot() {
        return stored.get();
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    Optional<CompetencyStatus> status(String competencyId) {
        return statuses.stream()
                .filter(status -> status.competencyId().equals(competencyId))
                .findFirst();
    }

    /** "NONE" without a subscription. */
    String termState() {
        var term = stored.term();
        return term == null ? "NONE" : term.at(today()).name();
    }
}
