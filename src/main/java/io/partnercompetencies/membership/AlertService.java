package io.partnercompetencies.membership;

import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Shows an organisation's alerts in words and with names. */
@Singleton
class AlertService {

    private final AlertRepository alerts;
    private final OrganizationService organizations;
    private final UserService users;
    private final Messages messages;

    AlertService(AlertRepository alerts, OrganizationService organizations, UserService users, Messages messages) {
        this.alerts = alerts;
        this.organizations = organizations;
        this.users = users;
        this.messages = messages;
    }

    Uni<Found<AlertView>> page(UUID organizationId, AlertState state, Page page, Language language) {
        return organizations
                .get(organizationId)
                .chain(() -> alerts.page(organizationId, state, page))
                .chain(found -> users.displayNames(
                                organizationId,
                                found.rows().stream()
                                        .flatMap(alert -> alert.people().stream())
                                        .distinct()
                                        .toList())
                        .map(names -> view(found, names, language)));
    }

    private Found<AlertView> view(Found<Alert> found, Map<UUID, String> names, Language language) {
        return new Found<>(
                found.total(),
                found.rows().stream()
                        .map(alert -> AlertView.of(
                                alert, messages.text(language, alert.type().name()), names))
                        .toList());
    }
}
