package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.ChaosPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL crashes while everybody writes, and comes back. */
class CrashedDatabaseIT {

    private static final String SCENARIO = "PostgreSQL crashes";
    private static final int CRASHES = 3;
    private static final double RECOVERED_WITHIN = Eventually.seconds(5);

    @Test
    void what_was_acknowledged_survives_a_crash_and_the_copies_recover_by_themselves() throws Exception {
        List<Copy> copies = List.of();
        try (var server = ChaosPostgres.start("crashing")) {
            copies = Copy.start(server.database("partners"), Map.of(), "one", "two", "three");
            try (var writers = new Writers(copies)) {
                for (int i = 0; i < CRASHES; i++) {
                    awaitMore(writers, 200);
                    server.stopImmediately();
                    int refused = writers.refused();
                    Eventually.within(Eventually.seconds(10), "writers are refused", () -> writers.refused() > refused);
                    server.startAgain();
                    assertRecover(copies, writers);
                }
                awaitMore(writers, 200);
                writers.close();
                writers.assertNoneImproper();
                try (var superuser = server.superuser("partners")) {
                    writers.assertNothingLost(superuser);
                }
                Figures.add(SCENARIO, "writes acknowledged, none of them lost", writers.acknowledged(), "writes");
                Figures.add(SCENARIO, "calls refused with 503", writers.refused(), "calls");
            }
        } finally {
            copies.forEach(Copy::close);
        }
    }

    static void awaitMore(Writers writers, int count) {
        int before = writers.acknowledged();
        Eventually.within(
                Eventually.seconds(60), count + " more writes", () -> writers.acknowledged() > before + count);
    }

    private static void assertRecover(List<Copy> copies, Writers writers) {
        long accepting = System.nanoTime();
        for (var copy : copies) {
            Eventually.within(
                    Eventually.seconds(60), copy.name + " is ready", () -> copy.status("/q/health/ready") == 200);
        }
        Eventually.within(
                Eventually.seconds(60), "writes are acknowledged", () -> writers.acknowledgedSince(accepting) > 0);
        var seconds = Figures.seconds(accepting);
        Figures.add(SCENARIO, "all copies ready and writing, from when it accepts connections", seconds, "s");
        assertThat(seconds).isLessThan(RECOVERED_WITHIN);
    }
}
