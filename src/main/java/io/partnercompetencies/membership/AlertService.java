package io.partnercompetencies.membership;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Shows an organisation's alerts in words and with names. */
@Singleton
class AlertService {

    private final Database database;
    private final AlertRepository alerts;
    private final OrganizationService organizations;
    private final UserService users;
    private final Messages messages;

    AlertService(
            Database database,
            AlertRepository alerts,
            OrganizationService organizations,
            UserService users,
            Messages messages) {
        this.database = database;
        this.alerts = alerts;
        this.organizations = organizations;
        this.users = users;
        this.messages = messages;
    }

    /** @param people whether alerts may say whom they are about */
    Uni<Found<AlertView>> page(UUID organizationId, AlertState state, Page page, Language language, boolean people) {
        return database.moment(() -> organizations
                .get(organizationId)
                .chain(() -> alerts.page(organizationId, state, page))
                .chain(found -> people
                        ? names(organizationId, found.rows())
                                .map(names ->
                                        view(found, alert -> AlertView.of(alert, message(alert, language), names)))
                        : Uni.createFrom()
                                .item(() -> view(
                                        found, alert -> AlertView.withoutPeople(alert, message(alert, language))))));
    }

    private Uni<Map<UUID, String>> names(UUID organizationId, List<Alert> alerts) {
        return users.displayNames(
                organizationId,
                alerts.stream()
                        .flatMap(alert -> alert.people().stream())
                        .distinct()
                        .toList());
    }

    private String message(Alert alert, Language language) {
        if (alert.type() != AlertType.RENEWAL_REMINDER) {
            return messages.text(language, alert.type().name());
        }
        var key = alert.remindOn().isAfter(alert.bitesOn()) ? "RENEWAL_REMINDER.after" : "RENEWAL_REMINDER.before";
        return messages.text(language, key, alert.bitesOn(), alert.bitesOn().plusDays(1), alert.closesOn());
    }

    private static Found<AlertView> view(Found<Alert> found, Function<Alert, AlertView> show) {
        return new Found<>(found.total(), found.rows().stream().map(show).toList());
    }
}
