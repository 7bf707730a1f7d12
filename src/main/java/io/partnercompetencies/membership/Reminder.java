package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.rules.MembershipYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * That a term comes to its end (M7).
 *
 * @param remindOn the UTC day on which it is due
 * @param bitesOn the anniversary
 * @param closesOn the last day of the renewal window
 */
record Reminder(
        UUID organizationId,
        UUID subscriptionId,
        LocalDate remindOn,
        LocalDate bitesOn,
        LocalDate closesOn,
        Instant raisedAt) {

    /**
     * All that are due by the instant of the judgement, the first first; the last of them is the one that holds.
     *
     * @param subscription the organisation's, or null; a term that does not run any more reminds nobody
     */
    static List<Reminder> due(Judgement judgement, SubscriptionEntity subscription, MembershipYear year) {
        var today = LocalDate.ofInstant(judgement.at(), ZoneOffset.UTC);
        if (subscription == null || !subscription.statusOn(today).runs()) {
            return List.of();
        }
        var term = subscription.term();
        return year.remindersOf(term).stream()
                .filter(day -> !day.isAfter(today))
                .map(day -> new Reminder(
                        judgement.organizationId(),
                        subscription.id,
                        day,
                        term.expiresOn(),
                        term.renewalWindow().closesOn(),
                        judgement.at()))
                .toList();
    }
}
