package io.partnercompetencies.membership;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;

/** Finds organisations by their anniversary. */
@Singleton
class Anniversaries {

    /** In the order in which everybody locks several standings (S2). */
    private static final String MARK = """
            update standing s set next_due_at = least(s.next_due_at, $3), stale = true, revision = s.revision + 1
            from (select d.organization_id from standing d
                  where d.organization_id in (select organization_id from subscription
                                              where status in ('ACTIVE', 'GRACE') and expires_on between $1 and $2)
                  order by d.organization_id for update) locked
            where s.organization_id = locked.organization_id""";

    private final Database database;

    Anniversaries(Database database) {
        this.database = database;
    }

    /** The next pass looks at those with a running term whose anniversary lies in the range, both days included. */
    Uni<Void> mark(LocalDate from, LocalDate to, Instant now) {
        return database.change(MARK, from, to, now).replaceWithVoid();
    }
}
