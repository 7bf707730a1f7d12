package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.DatabaseAccess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One of three copies loses its way to PostgreSQL, each time in another manner (T4, S5). */
class CutOffCopyIT {

    /** The longest wait for the database, and what a busy machine adds. */
    private static final double ANSWERED_WITHIN = Eventually.seconds(30);

    private static final double RECOVERED_WITHIN = Eventually.seconds(5);

    /** More than a pool has connections: some wait for an answer, others for a connection. */
    private static final int CALLS = 30;

    private static final String CALL = "/v1/organizations?size=1";

    private interface Cut {
        void make(Proxy proxy);
    }

    /** Whether the server learns of the cut, and ends what the copy was doing at once. */
    private enum Server {
        LEARNS,
        WAITS
    }

    @Test
    void a_copy_whose_connections_go_silent_and_speak_again() throws Exception {
        cutOff("connections go silent, then speak", Server.WAITS, Proxy::goSilent, Proxy::heal);
    }

    @Test
    void a_copy_whose_connections_stay_silent_while_new_ones_would_be_served() throws Exception {
        cutOff("connections go silent for ever", Server.WAITS, Proxy::goSilent, Proxy::healForNewConnections);
    }

    @Test
    void a_copy_whose_connections_are_reset() throws Exception {
        cutOff("connections are reset", Server.LEARNS, Proxy::reset, Proxy::heal);
    }

    @Test
    void a_copy_with_a_slow_network_is_slow_and_nothing_else() throws Exception {
        List<Copy> copies = new ArrayList<>();
        try (var due = Partners.clone("slow");
                var proxy = new Proxy(port(due.access))) {
            start(due, proxy, copies);
            proxy.slowDown(Duration.ofMillis(100));
            due.releaseAll();
            Eventually.within(
                    Counting.FINISHED_WITHIN,
                    "it answers",
                    () -> copies.get(0).api.get(CALL).status() == 200);
            Counting.assertAllCounted(due);
            Counting.assertNothingTwiceOrNever(due);
        } finally {
            copies.forEach(Copy::close);
        }
    }

    private static void cutOff(String scenario, Server server, Cut cut, Cut healing) throws Exception {
        List<Copy> copies = new ArrayList<>();
        try (var due = Partners.clone("cut");
                var proxy = new Proxy(port(due.access))) {
            start(due, proxy, copies);
            var alone = copies.get(0);
            var others = copies.subList(1, copies.size()).stream()
                    .map(Copy::freezing)
                    .toList();
            // Whose way is shorter: they would take everything before it could be caught at anything.
            for (var other : others) {
                other.begin();
            }
            var caught =
                    Counting.catchInABatch(due, Partners.ORGANIZATIONS / 2, alone.name, cutting(proxy, cut, server));
            for (var other : others) {
                other.undo();
            }

            assertTellsSo(scenario, alone);
            Counting.assertTakenOver(scenario, due, alone.name, caught);
            Counting.assertAllCounted(due);
            assertRefuses(scenario, alone);

            healing.make(proxy);
            double recovered = Eventually.within(
                    ANSWERED_WITHIN,
                    "it has recovered",
                    () -> alone.status("/q/health/ready") == 200
                            && alone.api.get(CALL).status() == 200);
            Figures.add(scenario, "it is ready and answers, from the healing", recovered, "s");
            assertThat(recovered).isLessThan(RECOVERED_WITHIN);
            // What waited on lost connections for ever would take them from it, a few with each cut.
            Eventually.within(ANSWERED_WITHIN, "all turns are given back", () -> alone.turnsTaken() == 0);

            copies.get(1).close();
            copies.get(2).close();
            due.releaseAll();
            Counting.assertAllCounted(due);
            Counting.assertNothingTwiceOrNever(due);
        } finally {
            copies.forEach(Copy::close);
        }
    }

    private static void start(Due due, Proxy proxy, List<Copy> copies) throws Exception {
        due.holdBack();
        var through = new DatabaseAccess(
                due.access.url().replace(":" + port(due.access) + "/", ":" + proxy.port() + "/"),
                due.access.service(),
                due.access.owner());
        copies.addAll(Copy.start(through, Map.of(), "alone"));
        copies.addAll(Copy.start(due.access, Map.of(), "one", "two"));
    }

    private static int port(DatabaseAccess access) {
        return URI.create(access.url()).getPort();
    }

    private static Counting.Interruption cutting(Proxy proxy, Cut cut, Server server) {
        return new Counting.Interruption() {
            @Override
            public void begin() {
                cut.make(proxy);
            }

            @Override
            public void undo() {
                proxy.heal();
            }

            @Override
            public boolean leavesLocks() {
                return server == Server.WAITS;
            }
        };
    }

    private static void assertTellsSo(String scenario, Copy copy) {
        double down = Eventually.within(
                Counting.TAKEN_OVER_WITHIN, "it is not ready", () -> copy.status("/q/health/ready") == 503);
        Figures.add(scenario, "it says that it is not ready, from the asking", down, "s");
        assertThat(copy.status("/q/health/live")).isEqualTo(200);
    }

    private static void assertRefuses(String scenario, Copy copy) throws Exception {
        var callers = Executors.newFixedThreadPool(CALLS);
        long from = System.nanoTime();
        try {
            Callable<Api.Answer> call = () -> copy.api.get(CALL);
            for (var answer : callers.invokeAll(Collections.nCopies(CALLS, call))) {
                assertRefused(answer);
            }
        } finally {
            callers.shutdown();
        }
        Figures.add(scenario, "the last of " + CALLS + " calls is refused", Figures.seconds(from), "s");
        assertThat(Figures.seconds(from)).isLessThan(ANSWERED_WITHIN);
        assertThat(copy.status("/q/health/live")).isEqualTo(200);
    }

    private static void assertRefused(Future<Api.Answer> call) throws InterruptedException {
        try {
            var answer = call.get();
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(503);
            assertThat(answer.retryAfter()).as("Retry-After").isNotNull();
        } catch (ExecutionException e) {
            throw new AssertionError("a call was not answered", e.getCause());
        }
    }
}
