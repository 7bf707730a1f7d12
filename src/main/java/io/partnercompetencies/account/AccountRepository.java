package io.partnercompetencies.account;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts themselves. Whoever locks several gets them in the order of their ids, and before organisations (S2). */
@Singleton
class AccountRepository {

    private static final String COLUMNS =
            "select id, email, holder_organization_id, holder_user_id from microsoft_account ";

    private final Database database;

    AccountRepository(Database database) {
        this.database = database;
    }

    /**
     * Locks the accounts with these e-mails, by the e-mail as asked; one seen for the first time is created. One whose
     * e-mail was erased while its lock was waited for is such a one, too.
     */
    Uni<Map<String, MicrosoftAccount>> lockOrCreate(Set<String> emails) {
        var sorted = emails.stream().sorted().toArray(String[]::new);
        var ids = emails.stream().map(email -> database.newId()).toArray(UUID[]::new);
        return database.change("""
                        insert into microsoft_account (id, email)
                        select n.id, n.email from unnest($1::uuid[], $2::text[]) as n(id, email)
                        where not exists (select 1 from microsoft_account a where lower(a.email) = lower(n.email))
                        order by lower(n.email)
                        on conflict do nothing""", ids, sorted)
                .chain(() -> database.rows("""
                        select n.email as asked, m.id, m.email, m.holder_organization_id, m.holder_user_id
                        from unnest($1::text[]) as n(email) join microsoft_account m on lower(m.email) = lower(n.email)
                        order by m.id for update of m""", (Object) sorted))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getString("asked"), AccountRepository::account)))
                .chain(locked ->
                        locked.size() == emails.size() ? Uni.createFrom().item(locked) : lockOrCreate(emails));
    }

    Uni<List<MicrosoftAccount>> lock(UUID accountId) {
        return database.rows(COLUMNS + "where id = $1 for update", accountId).map(AccountRepository::accounts);
    }

    Uni<List<MicrosoftAccount>> lockHeldBy(UUID organizationId, UUID userId) {
        return database.rows(
                        COLUMNS + "where holder_organization_id = $1 and holder_user_id = $2 order by id for update",
                        organizationId,
                        userId)
                .map(AccountRepository::accounts);
    }

    /** Those that a user has or had. */
    Uni<Map<UUID, String>> lockEverOf(Collection<UUID> organizations, UUID userId) {
        return database.rows("""
                        select id, email from microsoft_account where id in (
                          select account_id from association where organization_id = any($1) and user_id = $2)
                        order by id for update""", organizations.toArray(UUID[]::new), userId).map(AccountRepository::addresses);
    }

    /** Takes the address from those that are and were the account of nobody who is not erased. */
    Uni<Void> erase(Collection<UUID> accounts) {
        return database.change("""
                        update microsoft_account m set email = 'erased-' || id
                        where id = any($1) and not exists (
                          select 1 from association_start s where s.account_id = m.id and not s.erased)""", (Object) accounts.toArray(UUID[]::new)).replaceWithVoid();
    }

    Uni<Void> hold(UUID accountId, UUID organizationId, UUID userId) {
        return database.change(
                        "update microsoft_account set holder_organization_id = $2, holder_user_id = $3 where id = $1",
                        accountId,
                        organizationId,
                        userId)
                .replaceWithVoid();
    }

    /** Lets go of those of the accounts that have no running association any more. */
    Uni<Void> release(Collection<UUID> accounts) {
        return database.change("""
                        update microsoft_account m set holder_organization_id = null, holder_user_id = null
                        where id = any($1) and holder_user_id is not null and not exists (
                          select 1 from association a where a.organization_id = m.holder_organization_id
                            and a.account_id = m.id and a.ended_at is null)""", (Object) accounts.toArray(UUID[]::new)).replaceWithVoid();
    }

    Uni<Map<UUID, String>> emails(Collection<UUID> accounts) {
        return database.rows("select id, email from microsoft_account where id = any($1)", (Object)
                        accounts.toArray(UUID[]::new))
                .map(AccountRepository::addresses);
    }

    private static Map<UUID, String> addresses(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("email")));
    }

    Uni<List<MicrosoftAccount>> read(String email) {
        return database.read(COLUMNS + "where lower(email) = lower($1)", email).map(AccountRepository::accounts);
    }

    private static List<MicrosoftAccount> accounts(List<Row> rows) {
        return rows.stream().map(AccountRepository::account).toList();
    }

    private static MicrosoftAccount account(Row row) {
        return new MicrosoftAccount(
                row.getUUID("id"),
                row.getString("email"),
                row.getUUID("holder_organization_id"),
                row.getUUID("holder_user_id"));
    }
}
