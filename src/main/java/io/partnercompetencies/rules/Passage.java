package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What time does to one organisation between two instants, and the facts as they would be had it left some of that
 * undone. The first instant itself belongs to what was before.
 */
final class Passage {

    /** All that time takes away. */
    static final List<Cause> LOSSES = List.of(
            Cause.ACHIEVEMENT_EXPIRES,
            Cause.CREDENTIAL_RETIRES,
            Cause.OVERRIDE_ENDS,
            Cause.ATTESTATION_ENDS,
            Cause.REQUIREMENT_CHANGES,
            Cause.PERFORMANCE_DROPS);

    private final Facts facts;
    private final LawHistory history;
    private final Instant from;
    private final Instant to;

    Passage(Facts facts, LawHistory history, Instant from, Instant to) {
        this.facts = facts;
        this.history = history;
        this.from = from;
        this.to = to;
    }

    boolean includes(Instant instant) {
        return instant != null && instant.isAfter(from) && !instant.isAfter(to);
    }

    /** Every instant at which time takes something away, in order. */
    List<Instant> steps() {
        var steps = new TreeSet<Instant>();
        facts.credits().forEach(credit -> {
            add(steps, credit.expiresAt());
            add(steps, acceptanceEnd(facts.credentials(), credit));
        });
        facts.waivers().forEach(waiver -> add(steps, waiver.until()));
        facts.attestations().forEach(attested -> add(steps, attested.until()));
        history.revisions().forEach(revision -> {
            add(steps, revision.startsAt());
            add(steps, revision.endsAt());
        });
        for (var month = month(from).plusMonths(1); !month.isAfter(month(to)); month = month.plusMonths(1)) {
            add(steps, month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return List.copyOf(steps);
    }

    private void add(Set<Instant> steps, Instant instant) {
        if (includes(instant)) {
            steps.add(instant);
        }
    }

    /** Whether the level is met at the end, had these not happened. */
    boolean isMetWithout(Set<Cause> undone, Level level) {
        var law = history.at(undone.contains(Cause.REQUIREMENT_CHANGES) ? from : to);
        var status =
                Evaluator.evaluate(law, without(undone), Moment.settled(to)).level(level);
        return status != null && status.met();
    }

    /** Whether it happens at all, be it to this level or not. */
    boolean happens(Cause cause) {
        return switch (cause) {
            case ACHIEVEMENT_EXPIRES -> facts.credits().stream().anyMatch(credit -> includes(credit.expiresAt()));
            case CREDENTIAL_RETIRES ->
                facts.credits().stream().anyMatch(credit -> includes(acceptanceEnd(facts.credentials(), credit)));
            case OVERRIDE_ENDS ->
                facts.waivers().stream()
                        .anyMatch(waiver -> waiver.competencyId().equals(history.id()) && includes(waiver.until()));
            case ATTESTATION_ENDS -> facts.attestations().stream().anyMatch(attested -> includes(attested.until()));
            case REQUIREMENT_CHANGES -> !history.at(from).equals(history.at(to));
            case PERFORMANCE_DROPS -> !facts.figures().isEmpty() && months() > 0;
            default -> false;
        };
    }

    /** Everything that the level's requirements name at either end. */
    Set<String> namedBy(Level level) {
        var named = new HashSet<String>();
        for (var at : List.of(from, to)) {
            for (var option : history.at(at).options()) {
                var requirement = option.levels().get(level);
                if (requirement != null) {
                    requirement.forEachCredential(named::add);
                }
            }
        }
        return named;
    }

    static Instant acceptanceEnd(Credentials credentials, Credit credit) {
        var credential = credentials.named(credit.credential());
        return credential == null ? null : credential.acceptanceEndsAt();
    }

    private Facts without(Set<Cause> undone) {
        return new Facts(
                facts.market(),
                undone.contains(Cause.ACHIEVEMENT_EXPIRES)
                        ? facts.credits().stream().map(this::lasting).toList()
                        : facts.credits(),
                undone.contains(Cause.PERFORMANCE_DROPS)
                        ? facts.figures().stream().map(this::moved).toList()
                        : facts.figures(),
                undone.contains(Cause.ATTESTATION_ENDS)
                        ? facts.attestations().stream().map(this::lasting).toList()
                        : facts.attestations(),
                undone.contains(Cause.OVERRIDE_ENDS)
                        ? facts.waivers().stream().map(this::lasting).toList()
                        : facts.waivers(),
                undone.contains(Cause.CREDENTIAL_RETIRES) ? this::lasting : facts.credentials());
    }

    private Credit lasting(Credit credit) {
        return includes(credit.expiresAt())
                ? new Credit(
                        credit.achievementId(),
                        credit.userId(),
                        credit.credential(),
                        credit.type(),
                        credit.fits(),
                        credit.achievedAt(),
                        credit.countsFrom(),
                        credit.knownFrom(),
                        null,
                        credit.revokedAt(),
                        credit.endedAt())
                : credit;
    }

    private Credential lasting(String code) {
        var credential = facts.credentials().named(code);
        return credential != null && includes(credential.acceptanceEndsAt())
                ? new Credential(credential.code(), credential.kind(), null)
                : credential;
    }

    private Attested lasting(Attested attested) {
        return includes(attested.until()) ? new Attested(attested.code(), attested.from(), null) : attested;
    }

    private Waiver lasting(Waiver waiver) {
        return includes(waiver.until())
                ? new Waiver(
                        waiver.id(),
                        waiver.by(),
                        waiver.competencyId(),
                        waiver.level(),
                        waiver.reason(),
                        waiver.from(),
                        null)
                : waiver;
    }

    /** A figure stays where it is in every window when it moves along with the months. */
    private Figure moved(Figure figure) {
        return new Figure(
                figure.metric(),
                figure.product(),
                figure.association(),
                figure.period().plusMonths(months()),
                figure.trial(),
                figure.value(),
                figure.records());
    }

    private long months() {
        return ChronoUnit.MONTHS.between(month(from), month(to));
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
