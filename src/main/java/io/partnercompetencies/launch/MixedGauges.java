package io.partnercompetencies.launch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Vert.x gives both pools of {@link PoolSettings} the same name, so that its gauges would show the one that only tells
 * health. {@code competencies.database.busy} and {@code .waiting} say how it stands with the other.
 */
@Singleton
class MixedGauges implements MeterFilter {

    private static final Set<String> MIXED =
            Set.of("sql.pool.active", "sql.pool.idle", "sql.pool.ratio", "sql.pool.queue.size");

    @Override
    public MeterFilterReply accept(Meter.Id meter) {
        return MIXED.contains(meter.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
