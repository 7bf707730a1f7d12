package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Holding;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.rules.MembershipYear;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an evaluation means for one organisation's membership. Pure.
 *
 * @param ended the state that the dates have put the subscription in, where it is not the stored one
 * @param won levels that are held from now on
 * @param lost levels that are not held any more, because the term has ended
 */
record Consequences(
        Judgement judgement,
        Holding holding,
        Optional<SubscriptionStatus> ended,
        Set<HeldLevel> won,
        Set<HeldLevel> lost) {

    static Consequences of(
            Judgement judgement, SubscriptionEntity subscription, Collection<Held> known, MembershipYear year) {
        var today = LocalDate.ofInstant(judgement.at(), ZoneOffset.UTC);
        var held = levels(known, true);
        var lapsed = levels(known, false);
        if (subscription == null || !subscription.term().isRunningOn(today)) {
            var everHeld = union(held, lapsed);
            return new Consequences(
                    judgement,
                    new Holding(null, Set.of(), everHeld, null),
                    changedState(subscription, today),
                    Set.of(),
                    held);
        }
        var term = subscription.term();
        var met = met(judgement);
        var won = met.stream()
                .filter(level -> term.covers(level.level()) && !held.contains(level))
                .collect(Collectors.toSet());
        var nowHeld = union(held, won);
        lapsed.removeAll(nowHeld);
        return new Consequences(
                judgement,
                new Holding(term, nowHeld, lapsed, Turns.after(term, year, judgement.at()))
                        .judged(judgement.statuses(), judgement.forecast(), judgement.at()),
                changedState(subscription, today),
                won,
                Set.of());
    }

    private static Optional<SubscriptionStatus> changedState(SubscriptionEntity subscription, LocalDate today) {
        return Optional.ofNullable(subscription)
                .map(one -> one.statusOn(today))
                .filter(status -> status != subscription.status);
    }

    static Set<HeldLevel> met(Judgement judgement) {
        return HeldLevel.metIn(judgement.statuses());
    }

    private static Set<HeldLevel> levels(Collection<Held> known, boolean now) {
        return known.stream().filter(one -> one.now() == now).map(Held::level).collect(Collectors.toSet());
    }

    private static Set<HeldLevel> union(Set<HeldLevel> one, Set<HeldLevel> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<HeldLevel> without(Set<HeldLevel> all, Set<HeldLevel> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The open alerts that have no reason any more. */
    List<OpenAlert> cleared(Collection<OpenAlert> open) {
        return open.stream()
                .filter(alert -> !holding.atRisk().contains(alert.level()))
                .toList();
    }

    /**
     * What is at risk and has no open alert that says so for this anniversary, or one whose reason may be another now:
     * the level has just fallen, or is still to fall.
     */
    List<HeldLevel> alerted(Collection<OpenAlert> open) {
        var told = open.stream()
                .filter(alert -> holding.term() != null
                        && alert.bitesOn().equals(holding.term().expiresOn()))
                .map(OpenAlert::level)
                .collect(Collectors.toSet());
        return holding.atRisk().stream()
                .filter(level -> !told.contains(level) || explains(level))
                .sorted(Comparator.comparing(HeldLevel::competencyId).thenComparing(HeldLevel::level))
                .toList();
    }

    /** Whether this evaluation knows why the level is at risk; one that fell earlier keeps the reason of its fall. */
    boolean explains(HeldLevel level) {
        return judgement.fallen().contains(level) || level.isMetIn(judgement.statuses());
    }

    UUID organizationId() {
        return judgement.organizationId();
    }
}
