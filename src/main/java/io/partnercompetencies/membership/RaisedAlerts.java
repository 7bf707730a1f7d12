package io.partnercompetencies.membership;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many alerts were raised, by their type. Counted when they are written: those of a transaction that fails
 * afterwards, which is rare, are counted again when it is repeated.
 */
@Singleton
class RaisedAlerts {

    private final Map<AlertType, Counter> counters = new EnumMap<>(AlertType.class);

    /** There from the start, so that the first alert is an increase. */
    RaisedAlerts(MeterRegistry metrics) {
        Arrays.stream(AlertType.values())
                .forEach(type -> counters.put(
                        type,
                        Counter.builder("competencies.alerts.raised")
                                .description("Alerts raised for organizations")
                                .tag("type", type.name().toLowerCase(Locale.ROOT))
                                .register(metrics)));
    }

    void count(AlertType type, int raised) {
        counters.get(type).increment(raised);
    }
}
