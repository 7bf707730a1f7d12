package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.ChaosPostgres;
import io.partnercompetencies.launch.DatabaseAccess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The primary of a cluster with synchronous replication dies while everybody writes, cut off from its replica a moment
 * before; the replica becomes the primary. The copies know one address, which leads to whoever is the primary, as the
 * Service of a PostgreSQL operator does.
 */
class PromotedReplicaIT {

    private static final String SCENARIO = "the replica is promoted";
    private static final double RECOVERED_WITHIN = Eventually.seconds(5);
    private static final int CUT_OFF_MILLIS = 1500;

    @Test
    void no_acknowledged_write_is_lost_when_the_replica_is_promoted() throws Exception {
        List<Copy> copies = List.of();
        try (var primary = ChaosPostgres.start("primary")) {
            var access = primary.database("partners");
            try (var between = new Proxy(primary.port());
                    var replica = primary.replicate("replica", between.port());
                    var address = new Proxy(primary.port())) {
                copies = Copy.start(through(address, access), Map.of(), "one", "two", "three");
                try (var writers = new Writers(copies)) {
                    CrashedDatabaseIT.awaitMore(writers, 300);

                    between.goSilent();
                    Thread.sleep(CUT_OFF_MILLIS);
                    long dead = System.nanoTime();
                    primary.kill9();
                    between.reset();
                    replica.promote();
                    address.leadTo(replica.port());
                    assertRecover(copies, writers);
                    Figures.add(
                            SCENARIO,
                            "all copies ready and writing, from the primary's death",
                            Figures.seconds(dead),
                            "s");

                    CrashedDatabaseIT.awaitMore(writers, 300);
                    writers.close();
                    writers.assertNoneImproper();
                    try (var superuser = replica.superuser("partners")) {
                        writers.assertNothingLost(superuser);
                    }
                    Figures.add(SCENARIO, "writes acknowledged, none of them lost", writers.acknowledged(), "writes");
                    Figures.add(SCENARIO, "calls refused with 503", writers.refused(), "calls");
                }
            }
        } finally {
            copies.forEach(Copy::close);
        }
    }

    private static DatabaseAccess through(Proxy address, DatabaseAccess access) {
        return new DatabaseAccess(
                access.url().replaceFirst(":\\d+/", ":" + address.port() + "/"), access.service(), access.owner());
    }

    private static void assertRecover(List<Copy> copies, Writers writers) {
        long promoted = System.nanoTime();
        for (var copy : copies) {
            Eventually.within(
                    Eventually.seconds(60), copy.name + " is ready", () -> copy.status("/q/health/ready") == 200);
        }
        Eventually.within(
                Eventually.seconds(60), "writes are acknowledged", () -> writers.acknowledgedSince(promoted) > 0);
        var seconds = Figures.seconds(promoted);
        Figures.add(SCENARIO, "all copies ready and writing, from when the address leads there", seconds, "s");
        assertThat(seconds).isLessThan(RECOVERED_WITHIN);
    }
}
