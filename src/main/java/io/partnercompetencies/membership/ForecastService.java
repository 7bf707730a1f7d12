package io.partnercompetencies.membership;

import io.partnercompetencies.competency.StatusReader;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Tells a company what breaks when. */
@Singleton
class ForecastService {

    private final StatusReader statuses;
    private final UserService users;
    private final Clock clock;

    ForecastService(StatusReader statuses, UserService users, Clock clock) {
        this.statuses = statuses;
        this.users = users;
        this.clock = clock;
    }

    /** @param people whether the answer may say whom it is about */
    Uni<ForecastView> forecast(UUID organizationId, boolean people) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return statuses.outlook(organizationId)
                .map(outlook -> Prospect.of(outlook, today))
                .chain(prospect -> people
                        ? users.displayNames(organizationId, prospect.people()).map(prospect::with)
                        : Uni.createFrom().item(prospect::withoutPeople));
    }
}
