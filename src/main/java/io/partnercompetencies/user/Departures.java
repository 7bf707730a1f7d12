package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.access.WorkAccounts;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjLongConsumer;

/** Employees who leave (P6): they stay known, all they brought ends at that moment, and the status with it. */
@Singleton
public class Departures {

    private final Database database;
    private final UserRepository users;
    private final Leaving leaving;
    private final OrganizationChanged changed;
    private final Clock clock;
    private final WorkAccounts workAccounts;
    private final Audit audit;

    Departures(
            Database database,
            UserRepository users,
            Leaving leaving,
            OrganizationChanged changed,
            WorkAccounts workAccounts,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.leaving = leaving;
        this.changed = changed;
        this.workAccounts = workAccounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param check refuses when the caller may not manage who has these roles, or has seen another version */
    public Uni<Void> leave(UUID organizationId, UUID userId, ObjLongConsumer<Set<Role>> check) {
        return leaveAt(organizationId, userId, check, clock.instant());
    }

    public Uni<Void> leaveAt(UUID organizationId, UUID userId, ObjLongConsumer<Set<Role>> check, Instant now) {
        return database.transaction(() -> leaving.end(organizationId, userId, now)
                .chain(losses -> users.find(organizationId, userId).chain(user -> {
                    if (user == null) {
                        throw Refusal.notFound();
                    }
                    check.accept(user.roleSet(), user.version);
                    return user.status == UserStatus.LEFT
                            ? Uni.createFrom().voidItem()
                            : depart(user, Change.of(organizationId, now, losses));
                })));
    }

    private Uni<Void> depart(UserEntity user, Change change) {
        var before = user.audited();
        user.leave(change.at());
        return users.flush()
                .chain(() -> audit.record(UserService.event(user, OperationType.DELETE)
                        .from(before)
                        .to(user.audited())))
                .chain(() -> workAccounts.disable(user.organizationId, user.id))
                .chain(() -> changed.on(change));
    }
}
