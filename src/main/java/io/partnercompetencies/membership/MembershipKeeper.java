package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Holding;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.competency.Memberships;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.membership.MembershipChanged.Cause;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEvents;
import io.partnercompetencies.rules.MembershipYear;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws the consequences of every evaluation, in its transaction: levels are held, or lost with a term that has ended,
 * and alerts are raised and cleared before the change that causes them is answered (M6).
 */
@ApplicationScoped
class MembershipKeeper implements Memberships {

    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final AlertRepository alerts;
    private final Blame blame;
    private final HoldingReader holdings;
    private final Reminders reminders;
    private final Anniversaries anniversaries;
    private final MembershipYear year;
    private final PartnerEvents events;

    MembershipKeeper(
            SubscriptionRepository subscriptions,
            HeldLevelRepository levels,
            AlertRepository alerts,
            Blame blame,
            HoldingReader holdings,
            Reminders reminders,
            Anniversaries anniversaries,
            MembershipYear year,
            PartnerEvents events) {
        this.subscriptions = subscriptions;
        this.levels = levels;
        this.alerts = alerts;
        this.blame = blame;
        this.holdings = holdings;
        this.reminders = reminders;
        this.anniversaries = anniversaries;
        this.year = year;
        this.events = events;
    }

    @Override
    public Uni<Map<UUID, Holding>> judged(List<Judgement> judgements) {
        var ids = judgements.stream().map(Judgement::organizationId).toList();
        return subscriptions
                .running(ids)
                .chain(running -> levels.ever(ids)
                        .map(ever -> consequences(judgements, running, ever))
                        .call(consequences -> writeTerms(consequences, running))
                        .call(this::writeLevels)
                        .call(consequences -> writeAlerts(ids, consequences))
                        .call(() -> reminders.write(judgements, running))
                        .map(MembershipKeeper::holdings));
    }

    @Override
    public Uni<Map<UUID, Holding>> at(Statements in, Map<UUID, Instant> each) {
        return holdings.at(in, each);
    }

    @Override
    public Instant nextTurn(Term term, Instant after) {
        return Turns.after(term, year, after);
    }

    @Override
    public Uni<Void> markAnniversaries(LocalDate from, LocalDate to, Instant now) {
        return anniversaries.mark(from, to, now);
    }

    private List<Consequences> consequences(
            List<Judgement> judgements, List<SubscriptionEntity> running, List<Held> ever) {
        var subscription = byOrganization(running);
        var held = ever.stream().collect(Collectors.groupingBy(Held::organizationId));
        return judgements.stream()
                .map(judgement -> Consequences.of(
                        judgement,
                        subscription.get(judgement.organizationId()),
                        held.getOrDefault(judgement.organizationId(), List.of()),
                        year))
                .toList();
    }

    private static Map<UUID, SubscriptionEntity> byOrganization(Collection<SubscriptionEntity> running) {
        return running.stream().collect(Collectors.toMap(one -> one.organizationId, Function.identity()));
    }

    private Uni<Void> writeTerms(List<Consequences> consequences, List<SubscriptionEntity> running) {
        var subscription = byOrganization(running);
        var told = new ArrayList<PartnerEvent>();
        consequences.forEach(one -> one.ended().ifPresent(status -> {
            var changed = subscription.get(one.organizationId());
            var at = one.judgement().at();
            var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
            if (status.runs()) {
                changed.status = status;
            } else {
                changed.end(status, today);
            }
            told.add(MembershipChanged.event(one.organizationId(), changed.view(today), Cause.DATE_PASSES, at));
        }));
        return subscriptions.flush().chain(() -> events.tell(told));
    }

    private Uni<Void> writeLevels(List<Consequences> consequences) {
        return levels.end(rows(consequences, Consequences::lost))
                .chain(() -> levels.begin(rows(consequences, Consequences::won)));
    }

    private static List<HeldLevelRepository.At> rows(
            List<Consequences> consequences, Function<Consequences, Collection<HeldLevel>> which) {
        return consequences.stream()
                .flatMap(one -> which.apply(one).stream()
                        .map(level -> new HeldLevelRepository.At(
                                one.organizationId(), level, one.judgement().at())))
                .toList();
    }

    private Uni<Void> writeAlerts(List<UUID> ids, List<Consequences> consequences) {
        return alerts.open(ids, AlertType.RENEWAL_AT_RISK).chain(open -> {
            var known = open.stream().collect(Collectors.groupingBy(OpenAlert::organizationId));
            var cleared = consequences.stream()
                    .flatMap(one -> one.cleared(known.getOrDefault(one.organizationId(), List.of())).stream()
                            .map(alert -> new AlertRepository.Clearing(
                                    alert, one.judgement().at())))
                    .toList();
            return alerts.clear(cleared).chain(() -> alerts.raise(risks(consequences, known)));
        });
    }

    private List<Risk> risks(List<Consequences> consequences, Map<UUID, List<OpenAlert>> open) {
        return consequences.stream()
                .flatMap(one -> one.alerted(open.getOrDefault(one.organizationId(), List.of())).stream()
                        .map(level ->
                                blame.risk(one.judgement(), level, one.holding().term(), one.explains(level))))
                .toList();
    }

    private static Map<UUID, Holding> holdings(List<Consequences> consequences) {
        return consequences.stream().collect(Collectors.toMap(one -> one.organizationId(), Consequences::holding));
    }
}
