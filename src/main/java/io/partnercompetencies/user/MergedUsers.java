package io.partnercompetencies.user;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The employees of an organisation that becomes part of another one: the same people, with their ids and roles (1.8). */
@Singleton
public class MergedUsers {

    private static final String IN_BOTH = """
            select count(*) from app_user a
            join app_user b on b.organization_id = $2 and lower(b.email) = lower(a.email) and b.status = 'ACTIVE'
            where a.organization_id = $1 and a.status = 'ACTIVE'""";

    private static final String COPY = """
            insert into app_user
              (organization_id, id, user_name, first_name, last_name, display_name, email, roles, status, created_at,
               left_at, erased_at, version)
            select $2, id, user_name, first_name, last_name, display_name, email, roles, status, created_at,
                   left_at, erased_at, version
            from app_user where organization_id = $1""";

    private static final String LEAVE = """
            update app_user set status = 'LEFT', left_at = $2, version = version + 1
            where organization_id = $1 and status = 'ACTIVE'""";

    private static final String ARRIVING =
            "select 1 from user_import where organization_id = $1 and status = 'RUNNING' limit 1";

    private final Database database;

    MergedUsers(Database database) {
        this.database = database;
    }

    /** How many e-mails active users of both have: each is one of a kind within an organisation (P1). */
    public Uni<Long> inBoth(UUID one, UUID other) {
        return database.rows(IN_BOTH, one, other).map(rows -> rows.get(0).getLong(0));
    }

    /** Whether employees are being imported, which somebody was promised. */
    public Uni<Boolean> areArriving(UUID organizationId) {
        return database.rows(ARRIVING, organizationId).map(rows -> !rows.isEmpty());
    }

    /** @return how many active employees move */
    public Uni<Integer> move(Merge merge) {
        return database.change(COPY, merge.absorbed(), merge.surviving())
                .chain(() -> database.change(LEAVE, merge.absorbed(), merge.at()));
    }
}
