package io.partnercompetencies.user;

import io.partnercompetencies.access.WorkAccounts;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.KeptAnswers;
import io.partnercompetencies.organization.MergedOrganizations;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Erases what says who a leaver was. What the person brought stays: the history of the status, the achievements and the
 * counts, under an id that nobody can resolve any more; also in what has become part of the organisation.
 */
@Singleton
public class Erasure {

    private final Database database;
    private final UserRepository users;
    private final Forgetting accounts;
    private final ForgettingReports reports;
    private final WorkAccounts workAccounts;
    private final UserImports imports;
    private final KeptAnswers keptAnswers;
    private final OrganizationService organizations;
    private final MergedOrganizations merged;
    private final Audit audit;
    private final Clock clock;

    Erasure(
            Database database,
            UserRepository users,
            Forgetting accounts,
            ForgettingReports reports,
            WorkAccounts workAccounts,
            UserImports imports,
            KeptAnswers keptAnswers,
            OrganizationService organizations,
            MergedOrganizations merged,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.accounts = accounts;
        this.reports = reports;
        this.workAccounts = workAccounts;
        this.imports = imports;
        this.keptAnswers = keptAnswers;
        this.organizations = organizations;
        this.merged = merged;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is erased already stays so. */
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        var now = clock.instant();
        return database.transaction(() -> merged.partsOf(organizationId)
                .chain(parts -> lock(organizationId, parts, userId))
                .chain(parts -> users.find(organizationId, userId)
                        .invoke(Erasure::mustHaveLeft)
                        .chain(user -> user.erasedAt != null
                                ? Uni.createFrom().voidItem()
                                : earlier(parts, userId).chain(earlier -> erase(user, earlier, now)))));
    }

    /** @return the organisation's parts: one may have come while the lock was waited for */
    private Uni<List<UUID>> lock(UUID organizationId, List<UUID> parts, UUID userId) {
        return accounts.lock(organizationId, parts, userId)
                .chain(() -> merged.partsOf(organizationId))
                .chain(now -> now.equals(parts) ? Uni.createFrom().item(parts) : lock(organizationId, now, userId));
    }

    private static void mustHaveLeft(UserEntity user) {
        if (user == null) {
            throw Refusal.notFound();
        }
        if (user.status != UserStatus.LEFT) {
            throw Refusal.invalid(
                    "", "This employee is still here: remove the user first, then erase the personal data.");
        }
    }

    /** The same person in what has become part of the organisation. */
    private Uni<List<UserEntity>> earlier(List<UUID> parts, UUID userId) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> users.find(part, userId))
                .collect()
                .asList();
    }

    private Uni<Void> erase(UserEntity user, List<UserEntity> earlier, Instant now) {
        var everywhere = Stream.concat(Stream.of(user), earlier.stream()).toList();
        var userName = user.userName;
        var emails = everywhere.stream().map(one -> one.email).collect(Collectors.toCollection(HashSet::new));
        var addresses = new HashSet<String>();
        everywhere.forEach(one -> one.erase(now));
        return users.flush()
                .chain(() -> workAccounts.erase(user.organizationId, user.id))
                .chain(() -> each(
                        everywhere,
                        one -> audit.everBeen(one.organizationId, one.id, "email")
                                .invoke(emails::addAll)))
                .chain(() -> each(everywhere, one -> imports.forget(one.organizationId, one.id, emails)))
                .chain(() -> each(
                        everywhere,
                        one -> accounts.forget(one.organizationId, one.id).invoke(addresses::addAll)))
                .chain(() -> reports.forget(addresses))
                .chain(() -> keptAnswers.forget(userName, user.id, addresses))
                .chain(() -> each(everywhere, one -> audit.erase(one.organizationId, one.id)))
                .chain(() -> organizations.touch(user.organizationId))
                .chain(() -> each(everywhere, one -> audit.record(UserService.event(one, OperationType.ERASE))));
    }

    private static Uni<Void> each(List<UserEntity> users, Function<UserEntity, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(user -> work.apply(user).replaceWithVoid())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
