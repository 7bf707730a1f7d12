package io.partnercompetencies.user;

import io.partnercompetencies.access.Logins;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Employees who leave (P6): they stay known, all they brought ends at that moment, and the status with it. */
@Singleton
public class Departures {

    private final Database database;
    private final UserRepository users;
    private final Leaving leaving;
    private final OrganizationChanged changed;
    private final Clock clock;
    private final Logins logins;

    Departures(
            Database database,
            UserRepository users,
            Leaving leaving,
            OrganizationChanged changed,
            Logins logins,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.leaving = leaving;
        this.changed = changed;
        this.logins = logins;
        this.clock = clock;
    }

    /** @param versionCheck refuses when the version is not the one the caller has seen */
    public Uni<Void> leave(UUID organizationId, UUID userId, LongConsumer versionCheck) {
        return leaveAt(organizationId, userId, versionCheck, clock.instant());
    }

    public Uni<Void> leaveAt(UUID organizationId, UUID userId, LongConsumer versionCheck, Instant now) {
        return database.transaction(() -> leaving.end(organizationId, userId, now)
                .chain(losses -> users.find(organizationId, userId).chain(user -> {
                    if (user == null) {
                        throw Refusal.notFound();
                    }
                    versionCheck.accept(user.version);
                    return user.status == UserStatus.LEFT
                            ? Uni.createFrom().voidItem()
                            : depart(user, Change.of(organizationId, now, losses));
                })));
    }

    private Uni<Void> depart(UserEntity user, Change change) {
        user.leave(change.at());
        return users.flush()
                .chain(() -> logins.disable(user.organizationId, user.id))
                .chain(() -> changed.on(change));
    }
}
