package io.partnercompetencies.competency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How long evaluations take, from reading the facts to what is written, and how many organisations they were of. */
@Singleton
class EvaluationMetrics {

    /** What made somebody evaluate. */
    enum Trigger {
        /** Of one organisation, in the transaction of a caller who waits for it. */
        CHANGE,
        /** By a scheduled pass, many organisations at a time. */
        PASS,
        /** By another job, which has changed the facts itself. */
        JOB
    }

    private final MeterRegistry metrics;

    EvaluationMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Failed ones are left out: their time says what the database took to fail. */
    Uni<List<Judgement>> of(Trigger trigger, Supplier<Uni<List<Judgement>>> evaluation) {
        return Uni.createFrom().deferred(() -> {
            var since = Timer.start(metrics);
            return evaluation.get().invoke(judged -> {
                since.stop(timer(trigger));
                evaluated(trigger).increment(judged.size());
            });
        });
    }

    private Timer timer(Trigger trigger) {
        return Timer.builder("competencies.evaluation")
                .description("Evaluations, each of one organization or of a batch")
                .tag("trigger", text(trigger))
                .register(metrics);
    }

    private Counter evaluated(Trigger trigger) {
        return Counter.builder("competencies.evaluated.organizations")
                .description("Organizations that were evaluated")
                .tag("trigger", text(trigger))
                .register(metrics);
    }

    private static String text(Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT);
    }
}
