package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.rules.MembershipYear;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reminds organisations of the end of their terms with every evaluation, in its transaction (M7). */
@Singleton
class Reminders {

    private final ReminderRepository alerts;
    private final MembershipYear year;

    Reminders(ReminderRepository alerts, MembershipYear year) {
        this.alerts = alerts;
        this.year = year;
    }

    /** @param subscriptions of the organisations that were judged, as they are written now */
    Uni<Void> write(List<Judgement> judgements, Collection<SubscriptionEntity> subscriptions) {
        var terms = subscriptions.stream().collect(Collectors.toMap(one -> one.organizationId, Function.identity()));
        var due = new ArrayList<Reminder>();
        var open = new ArrayList<ReminderRepository.Open>();
        for (var judgement : judgements) {
            var reached = Reminder.due(judgement, terms.get(judgement.organizationId()), year);
            due.addAll(reached);
            open.add(ReminderRepository.Open.lastOf(judgement, reached));
        }
        return alerts.raise(due).chain(() -> alerts.clearAllBut(open));
    }
}
