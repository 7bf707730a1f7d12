package io.partnercompetencies.merger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does the merges that were ordered, one transaction each, so that one which breaks off has not begun: whichever copy of
 * the service finds it next does it.
 */
@Singleton
public class MergeWork {

    private static final Logger LOG = Logger.getLogger(MergeWork.class);

    /** How long an import that has to end first is waited for, until somebody looks again. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final MergeRepository merges;
    private final Switch moment;
    private final Acting acting;
    private final MeterRegistry metrics;
    private final Duration longest;

    MergeWork(
            Database database,
            MergeRepository merges,
            Switch moment,
            Acting acting,
            MeterRegistry metrics,
            @ConfigProperty(name = "competencies.merge.longest") Duration longest) {
        this.database = database;
        this.merges = merges;
        this.moment = moment;
        this.acting = acting;
        this.metrics = metrics;
        this.longest = longest;
    }

    /** @return how many were looked at: done, put off, or given up */
    public Uni<Integer> runOnce(Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(now))
                .whilst(looked -> looked > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> next(Instant now) {
        var taken = new AtomicReference<RunningMerge>();
        var timer = Timer.start(metrics);
        return database.transaction(longest, () -> merges.claim(now).chain(found -> take(found, taken, now)))
                .invoke(looked -> {
                    if (looked > 0) {
                        timer.stop(metrics.timer("competencies.merge.run"));
                    }
                })
                .onFailure(failure -> taken.get() != null)
                .recoverWithUni(failure -> database.afresh(
                        () -> afterwards(taken.get(), failure, now).replaceWith(1)));
    }

    private Uni<Integer> take(List<RunningMerge> found, AtomicReference<RunningMerge> taken, Instant now) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var merge = found.get(0);
        taken.set(merge);
        return acting.on(merge.actor(), () -> moment.happen(merge))
                .chain(happened -> happened.isPresent()
                        ? merges.end(merge, MergeStatus.FINISHED, happened.get(), null)
                        : merges.postpone(merge, merge.attempts(), now.plus(PAUSE)))
                .replaceWith(1);
    }

    /** What the rules forbid will not happen later either; all else may. */
    private Uni<Void> afterwards(RunningMerge merge, Throwable failure, Instant now) {
        if (failure instanceof Refusal refusal && refusal.code().status() < 429) {
            return database.transaction(() -> merges.end(merge, MergeStatus.FAILED, now, refusal.getMessage()));
        }
        int attempts = merge.attempts() + 1;
        LOG.errorf(failure, "Merge %s did not happen, attempt %d; it is tried again later", merge.id(), attempts);
        return database.transaction(() -> merges.postpone(merge, attempts, now.plus(pause(attempts))));
    }

    private static Duration pause(int attempts) {
        var pause = PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
