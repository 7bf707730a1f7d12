package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What the scenarios about counting have in common: a copy caught in the middle of a batch, and the outcome. */
final class Counting {

    static final double TAKEN_OVER_WITHIN = Eventually.seconds(5);
    static final double FINISHED_WITHIN = Eventually.seconds(60);

    /** So many portions, one after the other, that the copies, which look once a second, all find some of them. */
    private static final int PORTIONS = 50;

    private static Map<String, List<String>> undisturbed;

    private Counting() {}

    /** A way to stop a copy, and to undo that. */
    interface Interruption {
        void begin() throws Exception;

        void undo() throws Exception;

        /** Whether what the copy has locked stays so, because the server is not told. */
        default boolean leavesLocks() {
            return true;
        }
    }

    /** @param since when the copy was interrupted, as System.nanoTime() tells it */
    record Caught(Set<UUID> holding, long since) {}

    /**
     * Lets organisations become due, some at a time, until the copy has locked some of them, and interrupts it then;
     * again and again, until it was caught in the middle of a batch. So many are due at last.
     */
    static Caught catchInABatch(Due due, int count, String copy, Interruption interruption) throws Exception {
        int portion = Math.max(1, count / PORTIONS);
        for (int released = portion; released <= count; released += portion) {
            due.release(portion);
            var caught = catchNow(due, copy, interruption);
            if (caught != null) {
                due.release(count - released);
                return caught;
            }
        }
        throw new AssertionError("all was counted before " + copy + " could be caught at it");
    }

    private static Caught catchNow(Due due, String copy, Interruption interruption) throws Exception {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(80);
        while (System.nanoTime() < until) {
            var locked = due.heldBy(copy);
            if (!locked.isEmpty()) {
                long since = System.nanoTime();
                interruption.begin();
                if (!interruption.leavesLocks()) {
                    return new Caught(locked, since);
                }
                // What the server is still doing for the copy ends; what the copy does not let go of stays.
                Thread.sleep(100);
                var holding = due.heldBy(copy);
                if (!holding.isEmpty()) {
                    return new Caught(holding, since);
                }
                interruption.undo();
            }
        }
        return null;
    }

    /** Measures until others have counted what the copy held. */
    static void assertTakenOver(String scenario, Due due, String copy, Caught caught) throws Exception {
        Eventually.within(FINISHED_WITHIN, "what " + copy + " held is counted", () -> due.isCounted(caught.holding()));
        var seconds = Figures.seconds(caught.since());
        Figures.add(scenario, "what it held is counted by others, from the interruption", seconds, "s");
        assertThat(seconds).as("taken over from " + copy).isLessThan(TAKEN_OVER_WITHIN);
    }

    static void assertAllCounted(Due due) {
        Eventually.within(FINISHED_WITHIN, "everything due is counted", () -> due.waiting() == 0);
    }

    /** Row by row what a run comes to that nobody disturbs. */
    static void assertNothingTwiceOrNever(Due due) throws Exception {
        var expected = undisturbed();
        var outcome = due.outcome();
        assertThat(outcome.keySet()).isEqualTo(expected.keySet());
        for (var table : expected.keySet()) {
            assertThat(outcome.get(table)).as(table).isEqualTo(expected.get(table));
        }
    }

    private static synchronized Map<String, List<String>> undisturbed() throws Exception {
        if (undisturbed == null) {
            try (var due = Partners.clone("undisturbed");
                    var copy = Copy.start(due.access, Map.of(), "undisturbed").get(0)) {
                assertAllCounted(due);
                assertCounts(due);
                undisturbed = due.outcome();
            }
        }
        return undisturbed;
    }

    /** That the input does what it is made for: else equal outcomes would say little. */
    private static void assertCounts(Due due) throws IOException, SQLException {
        assertThat(due.number("select count(*) from credit")).isEqualTo(Partners.DUE + 4 * Partners.ORGANIZATIONS);
        assertThat(due.number("select count(*) from standing where pending > 0 or stale"))
                .isZero();
        assertThat(due.number("select count(*) from level_history where met and competency_id = 'messaging'"
                        + " and level = 'GOLD'"))
                .isEqualTo(Partners.ORGANIZATIONS);
        assertThat(due.number("select count(*) from alert where cleared_at is not null"))
                .isEqualTo(Partners.ORGANIZATIONS / 4);
        assertThat(due.number("select count(*) from alert")).isEqualTo(Partners.ORGANIZATIONS / 4);
    }
}
