package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whoever could sign in for an organisation does so for another one, of which it becomes a part. */
@Singleton
public class MergedLogins {

    private static final String MOVE_EMPLOYEES =
            "update login set organization_id = $2 where organization_id = $1 and user_id is not null";

    private static final String MOVE_INTEGRATIONS = """
            with moved as (
                update service_account set organization_id = $2 where organization_id = $1 returning user_name)
            update login l set organization_id = $2 from moved where l.user_name = moved.user_name""";

    private final Database database;

    MergedLogins(Database database) {
        this.database = database;
    }

    public Uni<Void> move(UUID absorbed, UUID surviving) {
        return database.change(MOVE_EMPLOYEES, absorbed, surviving)
                .chain(() -> database.change(MOVE_INTEGRATIONS, absorbed, surviving))
                .replaceWithVoid();
    }
}
