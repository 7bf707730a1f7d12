package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A copy stands still in the middle of a batch, with locks in its hands, and goes on long after (T4). */
class FrozenCopyIT {

    private static final String SCENARIO = "a copy is frozen";
    private static final double FROZEN_SECONDS = 8;

    @Test
    void what_a_frozen_copy_holds_is_taken_over_and_it_goes_on_harmlessly_when_it_wakes() throws Exception {
        List<Copy> copies = List.of();
        try (var due = Partners.clone("frozen")) {
            due.holdBack();
            copies = Copy.start(due.access, Map.of(), "one", "two", "three");
            var frozen = copies.get(0);
            var caught = Counting.catchInABatch(due, Partners.ORGANIZATIONS / 2, frozen.name, frozen.freezing());

            Eventually.within(
                    Counting.FINISHED_WITHIN,
                    "the others go on with all other organisations",
                    () -> due.waitingExcept(caught.holding()) == 0);
            Counting.assertTakenOver(SCENARIO, due, frozen.name, caught);
            Eventually.within(60, "it was frozen for long", () -> Figures.seconds(caught.since()) > FROZEN_SECONDS);

            long woken = System.nanoTime();
            frozen.goOn();
            Eventually.within(
                    5,
                    "it answers again",
                    () -> frozen.api.get("/v1/organizations?size=1").status() == 200);
            Figures.add(SCENARIO, "it answers calls, from its waking", Figures.seconds(woken), "s");

            copies.get(1).close();
            copies.get(2).close();
            due.releaseAll();
            Counting.assertAllCounted(due);
            Counting.assertNothingTwiceOrNever(due);
        } finally {
            copies.forEach(Copy::close);
        }
    }

    @Test
    void a_change_that_a_frozen_copy_has_begun_keeps_others_waiting_for_seconds_only() throws Exception {
        List<Copy> copies = List.of();
        try (var due = Partners.clone("frozen_call")) {
            due.holdBack();
            copies = Copy.start(due.access, Map.of(), "one", "two");
            var other = copies.get(1);
            var held = holdOne(due, copies.get(0));

            long from = System.nanoTime();
            var answer = other.api.post(
                    "/v1/organizations/" + held + "/overrides",
                    Map.of("competencyId", "messaging", "level", "GOLD", "reason", "Chaos"),
                    null);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
            Figures.add(SCENARIO, "a change of what it holds, made through another copy", Figures.seconds(from), "s");
            assertThat(Figures.seconds(from)).isLessThan(Counting.TAKEN_OVER_WITHIN);
        } finally {
            copies.forEach(Copy::close);
        }
    }

    private static String holdOne(Due due, Copy frozen) throws Exception {
        return Counting.catchInABatch(due, Partners.ORGANIZATIONS / 2, frozen.name, frozen.freezing())
                .holding()
                .iterator()
                .next()
                .toString();
    }
}
