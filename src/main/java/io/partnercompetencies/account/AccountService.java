package io.partnercompetencies.account;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows associations, and gives the room of achievements the accounts it works on. */
@Singleton
public class AccountService {

    private final Database database;
    private final AccountRepository accounts;
    private final AssociationRepository associations;
    private final UserService users;

    AccountService(
            Database database, AccountRepository accounts, AssociationRepository associations, UserService users) {
        this.database = database;
        this.accounts = accounts;
        this.associations = associations;
        this.users = users;
    }

    public Uni<Found<AssociationView>> page(UUID organizationId, UUID userId, boolean includeEnded, Page page) {
        return database.moment(() -> users.get(organizationId, userId)
                .chain(() -> associations.page(organizationId, userId, includeEnded, page)));
    }

    /** Locks the accounts with these e-mails for the running transaction; one never seen before is created. */
    public Uni<Map<String, MicrosoftAccount>> lockOrCreate(Set<String> emails) {
        return accounts.lockOrCreate(emails);
    }

    public Uni<List<MicrosoftAccount>> lock(UUID accountId) {
        return accounts.lock(accountId);
    }

    /** The account with this e-mail, by itself; empty when nobody ever named it. */
    public Uni<List<MicrosoftAccount>> find(String email) {
        return accounts.read(email);
    }

    /** The running associations of accounts that the running transaction has locked. */
    public Uni<List<Association>> running(Collection<MicrosoftAccount> locked) {
        return associations.runningOf(locked);
    }
}
