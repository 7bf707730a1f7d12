package io.partnercompetencies.user;

import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes users of the rows of all running imports. Every copy of the service does so at once, each with rows of its own. */
@Singleton
public class ImportWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);

    private static final int LANES = 8;
    /** Then another import has its turn, so that a small one does not wait for a large one. */
    private static final int ROWS_AT_A_TIME = 50;

    private final Database database;
    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final UserService users;
    private final Acting acting;
    private final Clock clock;
    private final Aside aside;
    private final boolean isScheduled;
    private final AtomicBoolean working = new AtomicBoolean();

    ImportWork(
            Database database,
            ImportRepository imports,
            ImportRowRepository rows,
            UserService users,
            Acting acting,
            Clock clock,
            Aside aside,
            @ConfigProperty(name = "competencies.import.every") String every) {
        this.database = database;
        this.imports = imports;
        this.rows = rows;
        this.users = users;
        this.acting = acting;
        this.clock = clock;
        this.aside = aside;
        this.isScheduled = !every.equals("off");
    }

    /** Begins at once, for whoever has just sent a file, and lets the caller go. */
    void begin() {
        if (isScheduled) {
            aside.run(this::runAll)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("The next run goes on: %s", failure.toString()));
        }
    }

    /** Until nothing can be done any more; at once when this copy is at it already. */
    public Uni<Integer> runAll() {
        return working.compareAndSet(false, true)
                ? Multi.createBy()
                        .repeating()
                        .uni(() -> runOnce(clock.instant()))
                        .whilst(took -> took > 0)
                        .collect()
                        .with(Collectors.summingInt(Integer::intValue))
                        .onTermination()
                        .invoke(() -> working.set(false))
                : Uni.createFrom().item(0);
    }

    /**
     * Some rows of each running import.
     *
     * @return how many rows it took
     */
    public Uni<Integer> runOnce(Instant now) {
        return imports.running()
                .map(found -> found.stream().map(RunningImport::of).toList())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(one -> goOn(one, now))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> goOn(RunningImport one, Instant now) {
        var running = IntStream.range(0, LANES)
                .mapToObj(i -> new ImportLane(database, rows, users, acting, one, now, ROWS_AT_A_TIME))
                .map(lane -> aside.run(lane::run))
                .toList();
        return Uni.join()
                .all(running)
                .andCollectFailures()
                .map(ImportWork::sum)
                .call(() -> imports.finish(one.organizationId(), one.id(), now))
                .onFailure()
                .invoke(failure -> LOG.warnf("Import %s waits for the next run: %s", one.id(), failure.toString()))
                .onFailure()
                .recoverWithItem(0);
    }

    private static int sum(List<Integer> taken) {
        return taken.stream().mapToInt(Integer::intValue).sum();
    }
}
