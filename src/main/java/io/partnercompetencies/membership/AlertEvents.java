package io.partnercompetencies.membership;

import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What an organisation's systems learn of alerts. */
final class AlertEvents {

    /** Without what only the other type of alert has. */
    private record Data(
            UUID alertId,
            AlertType type,
            String competencyId,
            Level level,
            Cause cause,
            List<UUID> people,
            List<UUID> achievements,
            LocalDate bitesOn,
            LocalDate closesOn) {}

    private AlertEvents() {}

    static PartnerEvent opened(UUID alertId, Risk risk) {
        return event(
                risk.organizationId(),
                PartnerEventType.ALERT_OPENED,
                risk.raisedAt(),
                new Data(
                        alertId,
                        AlertType.RENEWAL_AT_RISK,
                        risk.level().competencyId(),
                        risk.level().level(),
                        risk.cause(),
                        risk.people(),
                        risk.achievements(),
                        risk.bitesOn(),
                        null));
    }

    static PartnerEvent opened(UUID alertId, Reminder reminder) {
        return event(
                reminder.organizationId(),
                PartnerEventType.ALERT_OPENED,
                reminder.raisedAt(),
                reminder(alertId, reminder.bitesOn(), reminder.closesOn()));
    }

    static PartnerEvent cleared(OpenAlert alert, Instant at) {
        return event(
                alert.organizationId(),
                PartnerEventType.ALERT_CLEARED,
                at,
                new Data(
                        alert.id(),
                        AlertType.RENEWAL_AT_RISK,
                        alert.level().competencyId(),
                        alert.level().level(),
                        null,
                        null,
                        null,
                        alert.bitesOn(),
                        null));
    }

    static PartnerEvent clearedReminder(
            UUID organizationId, UUID alertId, LocalDate bitesOn, LocalDate closesOn, Instant at) {
        return event(organizationId, PartnerEventType.ALERT_CLEARED, at, reminder(alertId, bitesOn, closesOn));
    }

    private static Data reminder(UUID alertId, LocalDate bitesOn, LocalDate closesOn) {
        return new Data(alertId, AlertType.RENEWAL_REMINDER, null, null, null, null, null, bitesOn, closesOn);
    }

    private static PartnerEvent event(UUID organizationId, PartnerEventType type, Instant at, Data data) {
        return PartnerEvent.of(organizationId, type, data.alertId(), at, data);
    }
}
