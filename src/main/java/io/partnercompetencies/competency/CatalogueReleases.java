package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps copies with different catalogues, as during a rolling deployment, from evaluating each other's work for ever:
 * releases are numbered when first seen, and an older copy leaves alone what a newer one evaluated, for as long as a
 * copy of the newer release is alive.
 */
@Singleton
public class CatalogueReleases {

    /** After this time without a pass a newer release has been rolled back. */
    private static final Duration GONE = Duration.ofMinutes(10);

    /** A pass says that its copy is alive unless one has said so within this time. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private static final String NUMBER = """
            with seen as (select number from catalogue_release where fingerprint = $1),
            added as (
              insert into catalogue_release (number, fingerprint, seen_at, alive_at)
              select coalesce(max(number), 0) + 1, $1, $2, $2 from catalogue_release
              having not exists (select 1 from seen)
              on conflict do nothing returning number)
            select number from seen union all select number from added""";

    private static final String LIVE = """
            with mine as (update catalogue_release set alive_at = $2 where number = $1 and alive_at < $4)
            select coalesce(max(number), 0) from catalogue_release where number > $1 and alive_at > $3""";

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * Some of them, in the order of their ids, so that no statement lasts and no lock is held for long, however many
     * there are. No pass looks at what is part of another organisation; its readers judge it anew.
     */
    private static final String MARK = """
            with next as (
              select organization_id from standing where organization_id > $3 order by organization_id limit 5000
              for update),
            marked as (
              update standing s
              set next_due_at = case when s.merged_into is null then least(s.next_due_at, $2) end, stale = true,
                  revision = s.revision + 1
              from next where s.organization_id = next.organization_id and s.catalogue_release <> $1)
            select organization_id from next order by organization_id desc limit 1""";

    private final Database database;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile int own;
    private volatile boolean leading;

    CatalogueReleases(Database database, Catalogue catalogue, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void number(@Observes @Priority(10) StartupEvent event) {
        for (int attempt = 0; own == 0 && attempt < ATTEMPTS; attempt++) {
            var numbers = database.read(NUMBER, catalogue.fingerprint(), clock.instant())
                    .await()
                    .atMost(STARTUP);
            own = numbers.isEmpty() ? 0 : numbers.get(0).getInteger(0);
        }
        if (own == 0) {
            throw new IllegalStateException("The release of the catalogue could not be numbered");
        }
    }

    /** The number of this copy's catalogue. */
    int own() {
        return own;
    }

    /** Whether no copy with a newer catalogue was alive when this copy last looked. */
    boolean isLeading() {
        return leading;
    }

    /**
     * The highest release whose evaluations this copy may replace at this time. The first time that no newer release is
     * alive, everything that another one evaluated becomes due.
     */
    public Uni<Integer> replaceable(Instant now) {
        return database.read(LIVE, own, now, now.minus(GONE), now.minus(LATELY))
                .map(rows -> rows.get(0).getInteger(0) == 0)
                .call(first ->
                        first && !leading ? takeOver(now) : Uni.createFrom().voidItem())
                .invoke(first -> leading = first)
                .map(first -> first ? Integer.MAX_VALUE : own);
    }

    private Uni<Void> takeOver(Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(FIRST), marked -> mark(now, marked))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return whether there may be more after these */
    private Uni<Boolean> mark(Instant now, AtomicReference<UUID> marked) {
        return database.transaction(() -> database.rows(MARK, own, now, marked.get()))
                .invoke(rows -> rows.forEach(last -> marked.set(last.getUUID(0))))
                .map(rows -> !rows.isEmpty());
    }
}
