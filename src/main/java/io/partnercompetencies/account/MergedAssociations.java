package io.partnercompetencies.account;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The running associations of an organisation that becomes part of another one go on there (1.11), without a new wait. */
@Singleton
public class MergedAssociations {

    private static final String LOCK =
            "select count(*) from (select id from microsoft_account where holder_organization_id = $1 order by id for update) held";

    private static final String COPY = """
            insert into association
              (organization_id, id, user_id, account_id, kind, associated_at, counts_from, moved, account_erased,
               joined_at)
            select $2, id, user_id, account_id, kind, associated_at, counts_from, moved, account_erased,
                   greatest($3, associated_at)
            from association where organization_id = $1 and ended_at is null""";

    private static final String END = """
            update association set ended_at = greatest($2, associated_at), end_cause = 'MERGED'
            where organization_id = $1 and ended_at is null""";

    private static final String HOLD =
            "update microsoft_account set holder_organization_id = $2 where holder_organization_id = $1";

    private final Database database;

    MergedAssociations(Database database) {
        this.database = database;
    }

    /** Locks the accounts that the organisation's people hold, by id, as everybody does before standings (S2). */
    public Uni<Void> lockAccounts(UUID organizationId) {
        return database.rows(LOCK, organizationId).replaceWithVoid();
    }

    /** @return how many associations go on */
    public Uni<Integer> copy(Merge merge) {
        return database.change(COPY, merge.absorbed(), merge.surviving(), merge.at());
    }

    /** When what came through them has been copied, too. */
    public Uni<Void> end(Merge merge) {
        return database.change(END, merge.absorbed(), merge.at())
                .chain(() -> database.change(HOLD, merge.absorbed(), merge.surviving()))
                .replaceWithVoid();
    }
}
