package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Aside;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Records the rows of all running imports. Every copy of the service does so at once, each with parts of its own. */
@Singleton
public class AchievementImportWork {

    private static final Logger LOG = Logger.getLogger(AchievementImportWork.class);

    private final AchievementImportRepository imports;
    private final AchievementImports ends;
    private final ImportTurns turns;
    private final Clock clock;
    private final Aside aside;
    private final int lanes;
    private final boolean isScheduled;
    private final AtomicBoolean working = new AtomicBoolean();

    AchievementImportWork(
            AchievementImportRepository imports,
            AchievementImports ends,
            ImportTurns turns,
            Clock clock,
            Aside aside,
            @ConfigProperty(name = "competencies.achievement-imports.lanes") int lanes,
            @ConfigProperty(name = "competencies.import.every") String every) {
        this.imports = imports;
        this.ends = ends;
        this.turns = turns;
        this.clock = clock;
        this.aside = aside;
        this.lanes = lanes;
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
     * Some batches of each running import.
     *
     * @return how many batches it took
     */
    public Uni<Integer> runOnce(Instant now) {
        return imports.running()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(one -> goOn(one, now))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> goOn(RunningReports one, Instant now) {
        var taken = IntStream.range(0, lanes)
                .mapToObj(lane -> aside.run(() -> turns.take(one, now)))
                .toList();
        return Uni.join()
                .all(taken)
                .andCollectFailures()
                .map(all -> all.stream().mapToInt(Integer::intValue).sum())
                .call(() -> aside.run(() -> ends.finish(one, now)))
                .onFailure()
                .invoke(failure -> LOG.warnf("Import %s waits for the next run: %s", one.id(), failure.toString()))
                .onFailure()
                .recoverWithItem(0);
    }
}
