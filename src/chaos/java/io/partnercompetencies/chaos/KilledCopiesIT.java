package io.partnercompetencies.chaos;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three copies count together, and each of them is killed at it (T4). */
class KilledCopiesIT {

    private static final String SCENARIO = "a copy is killed";

    @Test
    void whichever_copy_is_killed_nothing_counts_twice_or_never_and_others_take_over() throws Exception {
        var copies = new ArrayList<Copy>();
        try (var due = Partners.clone("killed")) {
            due.holdBack();
            copies.addAll(Copy.start(due.access, Map.of(), "one", "two", "three"));
            for (int i = 0; i < 3; i++) {
                var victim = copies.get(0);
                // A frozen process can be killed, and cannot let go of anything before.
                var caught = Counting.catchInABatch(due, Partners.ORGANIZATIONS / 3, victim.name, victim.freezing());
                long killed = System.nanoTime();
                victim.kill9();
                Counting.assertTakenOver(SCENARIO, due, victim.name, new Counting.Caught(caught.holding(), killed));
                Counting.assertAllCounted(due);
                copies.remove(victim);
                copies.addAll(Copy.start(due.access, Map.of(), "again-" + i));
            }
            Counting.assertNothingTwiceOrNever(due);
        } finally {
            copies.forEach(Copy::close);
        }
    }
}
