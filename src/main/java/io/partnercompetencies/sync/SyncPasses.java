package io.partnercompetencies.sync;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** How far the finished passes of all copies have looked (T5). */
@Singleton
class SyncPasses {

    private final Database database;

    SyncPasses(Database database) {
        this.database = database;
    }

    Uni<Void> finished(Instant now) {
        return database.read("""
                        insert into sync_pass (through) values ($1)
                        on conflict (only_row) do update set through = greatest(sync_pass.through, excluded.through)""", now).replaceWithVoid();
    }
}
