package io.partnercompetencies.user;

import io.partnercompetencies.access.WorkAccounts;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.KeptAnswers;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Erases what says who a leaver was. What the person brought stays: the history of the status, the achievements and the
 * counts, under an id that nobody can resolve any more.
 */
@Singleton
public class Erasure {

    private final Database database;
    private final UserRepository users;
    private final Forgetting accounts;
    private final WorkAccounts workAccounts;
    private final UserImports imports;
    private final KeptAnswers keptAnswers;
    private final OrganizationService organizations;
    private final Audit audit;
    private final Clock clock;

    Erasure(
            Database database,
            UserRepository users,
            Forgetting accounts,
            WorkAccounts workAccounts,
            UserImports imports,
            KeptAnswers keptAnswers,
            OrganizationService organizations,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.accounts = accounts;
        this.workAccounts = workAccounts;
        this.imports = imports;
        this.keptAnswers = keptAnswers;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is erased already stays so. */
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        var now = clock.instant();
        return database.transaction(() -> accounts.lock(organizationId, userId)
                .chain(() -> users.find(organizationId, userId))
                .chain(user -> {
                    if (user == null) {
                        throw Refusal.notFound();
                    }
                    if (user.status != UserStatus.LEFT) {
                        throw Refusal.invalid(
                                "",
                                "This employee is still here: remove the user first, then erase the personal data.");
                    }
                    return user.erasedAt != null ? Uni.createFrom().voidItem() : erase(user, now);
                }));
    }

    private Uni<Void> erase(UserEntity user, Instant now) {
        var userName = user.userName;
        var email = user.email;
        user.erase(now);
        return users.flush()
                .chain(() -> workAccounts.erase(user.organizationId, user.id))
                .chain(() -> audit.everBeen(user.organizationId, user.id, "email"))
                .chain(former -> imports.forget(user.organizationId, user.id, with(former, email)))
                .chain(() -> accounts.forget(user.organizationId, user.id))
                .chain(addresses -> keptAnswers.forget(userName, user.id, addresses))
                .chain(() -> audit.erase(user.organizationId, user.id))
                .chain(() -> organizations.touch(user.organizationId))
                .chain(() -> audit.record(UserService.event(user, OperationType.ERASE)));
    }

    private static Set<String> with(Set<String> former, String email) {
        return Stream.concat(former.stream(), Stream.of(email)).collect(Collectors.toSet());
    }
}
