package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes some batches of one import, one after the other, while others take others. A batch that fails is tried again
 * later with fewer rows, until the one that is to blame is alone (T4).
 */
@Singleton
class ImportTurns {

    private static final Logger LOG = Logger.getLogger(ImportTurns.class);

    /** Then another import has its turn, so that a small one does not wait for a large one. */
    private static final int BATCHES_AT_A_TIME = 4;

    /** With the pauses below, about half an hour. */
    private static final int MOST_ATTEMPTS = 9;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final AchievementImportRepository imports;
    private final ImportBatch batch;

    ImportTurns(Database database, AchievementImportRepository imports, ImportBatch batch) {
        this.database = database;
        this.imports = imports;
        this.batch = batch;
    }

    /** @return how many batches it took */
    Uni<Integer> take(RunningReports work, Instant now) {
        var left = new int[] {BATCHES_AT_A_TIME};
        return Multi.createBy()
                .repeating()
                .uni(() -> next(work, now))
                .whilst(took -> took > 0 && --left[0] > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> next(RunningReports work, Instant now) {
        var taken = new AtomicReference<ImportTurn>();
        return database.transaction(() -> imports.claim(work.id(), now).chain(found -> {
                    if (found.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    taken.set(found.get(0));
                    return batch.process(work, found.get(0), now).replaceWith(1);
                }))
                .onFailure(failure -> taken.get() != null)
                .recoverWithUni(failure -> database.afresh(
                        () -> afterwards(work, taken.get(), failure, now).replaceWith(1)));
    }

    private Uni<Integer> afterwards(RunningReports work, ImportTurn turn, Throwable failure, Instant now) {
        int attempts = turn.attempts() + 1;
        LOG.warnf("Part %d of import %s failed, attempt %d: %s", turn.part(), work.id(), attempts, failure.getClass());
        return attempts < MOST_ATTEMPTS
                ? imports.postpone(turn, now.plus(pause(attempts)))
                : database.transaction(() -> imports.claim(work.id(), now)
                        .chain(found -> found.contains(turn)
                                ? batch.skip(turn).replaceWith(1)
                                : Uni.createFrom().item(0)));
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << attempts - 1);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
