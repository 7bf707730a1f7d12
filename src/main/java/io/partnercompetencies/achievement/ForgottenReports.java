package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.user.ForgettingReports;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the addresses of erased accounts out of imports; a row that waits is about to name a new account. */
@ApplicationScoped
class ForgottenReports implements ForgettingReports {

    private static final String FORGET = """
            update achievement_import_row r set account = null
            from achievement_import i, unnest($1::int[], $2::text[]) as n(hash, account)
            where r.import_id = i.id and r.hash = n.hash and lower(r.account) = lower(n.account)
              and (r.error is not null or exists (
                select from achievement_import_part p
                where p.import_id = i.id and r.hash between p.from_hash and p.to_hash
                  and (p.is_done or (r.hash, r.row_number) <= (p.done_hash, p.done_row))))""";

    private final Database database;

    ForgottenReports(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Void> forget(Set<String> accounts) {
        return database.change(FORGET, Columns.numbers(accounts, AccountHash::of), Columns.texts(accounts, a -> a))
                .replaceWithVoid();
    }
}
