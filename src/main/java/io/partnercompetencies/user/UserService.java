package io.partnercompetencies.user;

import io.partnercompetencies.access.FirstPassword;
import io.partnercompetencies.access.Role;
import io.partnercompetencies.access.Temporary;
import io.partnercompetencies.access.WorkAccounts;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.database.Versioned;
import io.partnercompetencies.http.Changes;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Constraints;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates, shows and changes the employees of an organisation. */
@Singleton
public class UserService {

    private static final Function<Throwable, Throwable> TAKEN =
            Constraints.refusing(Map.of("app_user_email_key", UserService::taken));

    private final Database database;
    private final UserRepository users;
    private final OrganizationService organizations;
    private final WorkAccounts workAccounts;
    private final Audit audit;
    private final Clock clock;

    UserService(
            Database database,
            UserRepository users,
            OrganizationService organizations,
            WorkAccounts workAccounts,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.organizations = organizations;
        this.workAccounts = workAccounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The password that a new user signs in with first; made before the transaction of {@link #create}. */
    public Uni<FirstPassword> firstPassword() {
        return workAccounts.firstPassword();
    }

    public Uni<CreatedUser> create(UUID organizationId, NewUser wanted, FirstPassword password) {
        return createAt(organizationId, wanted, password, clock.instant());
    }

    public Uni<CreatedUser> createAt(UUID organizationId, NewUser wanted, FirstPassword password, Instant now) {
        var roles = Roles.of(wanted.roles());
        return database.transaction(() -> organizations
                        .mustExist(organizationId)
                        .chain(() -> create(entity(organizationId, wanted, roles, now), password)))
                .onFailure()
                .transform(TAKEN);
    }

    private Uni<CreatedUser> create(UserEntity user, FirstPassword password) {
        return workAccounts
                .create(user.workAccount(), password)
                .call(login -> {
                    user.userName = login.userName();
                    return users.persistAndFlush(user);
                })
                .call(() -> audit.record(event(user, OperationType.CREATE).to(user.audited())))
                .map(login -> created(user, login));
    }

    private UserEntity entity(UUID organizationId, NewUser wanted, Set<Role> roles, Instant now) {
        var user = new UserEntity();
        user.organizationId = organizationId;
        user.id = database.newId();
        user.firstName = wanted.firstName();
        user.lastName = wanted.lastName();
        user.displayName = wanted.displayName();
        user.email = wanted.email();
        user.roles = Role.text(roles);
        user.status = UserStatus.ACTIVE;
        user.createdAt = now;
        return user;
    }

    private static CreatedUser created(UserEntity user, Temporary login) {
        return new CreatedUser(user.view(), credentials(login));
    }

    private static CreatedUser.Credentials credentials(Temporary login) {
        return new CreatedUser.Credentials(login.userName(), login.temporaryPassword());
    }

    /**
     * Gives a new temporary password; refused for a user who has left.
     *
     * @param mayManage refuses when the caller may not manage who has these roles
     */
    public Uni<CreatedUser.Credentials> resetPassword(
            UUID organizationId, UUID userId, FirstPassword password, Consumer<Set<Role>> mayManage) {
        return database.transaction(() -> users.lock(organizationId, userId)
                .invoke(user -> {
                    mustBeKnown(user);
                    mayManage.accept(user.roleSet());
                    mustBeActive(user);
                })
                .chain(user -> workAccounts
                        .reset(organizationId, userId, password)
                        .call(() -> audit.record(event(user, OperationType.RESET_PASSWORD))))
                .map(UserService::credentials));
    }

    public Uni<Versioned<UserView>> get(UUID organizationId, UUID userId) {
        return users.read(organizationId, userId).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.notFound();
            }
            return found.get(0);
        });
    }

    public Uni<Found<UserView>> page(UUID organizationId, UserStatus status, String startsWith, Page page) {
        return database.moment(() ->
                organizations.get(organizationId).chain(() -> users.page(organizationId, status, startsWith, page)));
    }

    public Uni<Map<UUID, String>> displayNames(UUID organizationId, Collection<UUID> ids) {
        return displayNames(database::read, organizationId, ids);
    }

    /** The same as of the caller's snapshot. */
    public Uni<Map<UUID, String>> displayNames(Statements in, UUID organizationId, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : users.displayNames(in, organizationId, ids);
    }

    /** The user as the running transaction sees it, refused when it has left or never was here. */
    public Uni<Void> mustBeActive(UUID organizationId, UUID userId) {
        return users.find(organizationId, userId)
                .invoke(UserService::mustBeActive)
                .replaceWithVoid();
    }

    private static void mustBeKnown(UserEntity user) {
        if (user == null) {
            throw Refusal.notFound();
        }
    }

    private static void mustBeActive(UserEntity user) {
        mustBeKnown(user);
        if (user.status == UserStatus.LEFT) {
            throw new Refusal(Code.USER_LEFT, "This user has left. A person who comes back is added as a new user.");
        }
    }

    /**
     * Changes name, e-mail or roles; refused for a user who has left. The organisation is locked first, as by a
     * departure: edits at once take their turn.
     */
    public Uni<Versioned<UserView>> edit(UUID organizationId, UUID userId, Changes<UserEdit> changes) {
        return database.transaction(() -> organizations
                        .touch(organizationId)
                        .chain(() -> users.find(organizationId, userId))
                        .chain(user -> edit(user, changes)))
                .onFailure()
                .transform(TAKEN);
    }

    private Uni<Versioned<UserView>> edit(UserEntity user, Changes<UserEdit> changes) {
        mustBeKnown(user);
        var before = user.audited();
        apply(user, changes);
        return users.flush()
                .chain(() -> workAccounts.assign(user.organizationId, user.id, user.roleSet()))
                .chain(() -> audit.record(
                        event(user, OperationType.UPDATE).from(before).to(user.audited())))
                .replaceWith(() -> new Versioned<>(user.version, user.view()));
    }

    private static void apply(UserEntity user, Changes<UserEdit> changes) {
        var edit = changes.on(user.version, user.edit());
        mustBeActive(user);
        user.firstName = edit.firstName();
        user.lastName = edit.lastName();
        user.displayName = edit.displayName();
        user.email = edit.email();
        user.roles = Role.text(Roles.of(edit.roles()));
    }

    static AuditEvent event(UserEntity user, OperationType what) {
        return AuditEvent.of(user.organizationId, what, ResourceType.USER, user.id)
                .about(user.id);
    }

    private static Refusal taken() {
        return new Refusal(Code.DUPLICATE_USER, "An active user of this organization has this e-mail already.")
                .at("/email", "is taken");
    }
}
