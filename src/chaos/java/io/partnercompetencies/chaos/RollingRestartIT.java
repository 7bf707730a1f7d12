package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.ChaosPostgres;
import io.partnercompetencies.launch.DatabaseAccess;
import io.partnercompetencies.launch.PackagedService;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two copies behind nginx, as in {@code deploy/compose.yaml}, restarted in turn while everybody calls. */
class RollingRestartIT {

    private static final String SCENARIO = "copies restart behind nginx";
    private static final int RESTARTS = Integer.getInteger("chaos.restarts", 20);

    /** As it is set unless a test says otherwise. */
    private static final Map<String, String> DRAINING = Map.of("QUARKUS_SHUTDOWN_DELAY", "3S");

    private static final int TERMINATED = 143;

    private DatabaseAccess database;

    @Test
    void two_copies_restart_in_turn_and_not_one_call_fails() throws Exception {
        var ports = new int[] {PackagedService.freePort(), PackagedService.freePort()};
        var copies = new Copy[2];
        try (var server = ChaosPostgres.start("rolling")) {
            database = server.database("partners");
            copies[0] = start(ports[0]);
            copies[1] = start(ports[1]);
            try (var nginx = Nginx.start(ports[0], ports[1]);
                    var callers = new Callers(nginx.baseUrl)) {
                for (int i = 0; i < RESTARTS; i++) {
                    int turn = i % 2;
                    awaitAsked(copies[0]);
                    awaitAsked(copies[1]);
                    awaitMore(callers);
                    assertThat(copies[turn].stop()).isEqualTo(TERMINATED);
                    callers.assertNoneFailed();
                    copies[turn] = start(ports[turn]);
                }
                awaitAsked(copies[0]);
                awaitAsked(copies[1]);
                callers.close();
                Figures.add(SCENARIO, "restarts", RESTARTS, "times");
                Figures.add(SCENARIO, "reads, none of them failed", callers.reads(), "calls");
                Figures.add(SCENARIO, "writes, none of them failed, lost or made twice", callers.writes(), "calls");
                callers.assertNoneFailed();
                assertThat(nginx.output())
                        .contains(" GET /v1/achievements 200 ")
                        .doesNotContain("@", "outlook");
                try (var superuser = server.superuser("partners")) {
                    callers.assertAllThereOnce(superuser);
                }
            }
        } finally {
            for (var copy : copies) {
                if (copy != null) {
                    copy.close();
                }
            }
        }
    }

    private Copy start(int port) throws IOException {
        var settings = new HashMap<>(DRAINING);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return Copy.start(database, settings, "copy-" + port).get(0);
    }

    /** nginx has found out that it is there again. */
    private static void awaitAsked(Copy copy) {
        Eventually.within(60, copy.name + " is asked by nginx", copy::hasBeenAsked);
    }

    private static void awaitMore(Callers callers) {
        int before = callers.writes();
        Eventually.within(60, "calls go on", () -> callers.writes() > before + 20);
    }
}
