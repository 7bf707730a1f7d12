package io.partnercompetencies.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Sql;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a long run leaves behind, looked at from time to time. */
final class SoakReport {

    /** Tables in which rows are changed in place, or come and go: these have dead ones. */
    private static final List<String> CHANGING =
            List.of("standing", "credit", "association", "microsoft_account", "app_user", "idempotency", "alert");

    private static final String KEPT_FOR_A_DAY = "idempotency";

    /** Growth of the heap beyond the second look, by which all caches are full. */
    private static final double HEAP_GROWTH = 1.25;
    /** Autovacuum begins with a fifth of a table and fifty rows. */
    private static final double DEAD_SHARE = 0.2;

    private static final long DEAD_AT_LEAST = 50;
    /** Of the table whose rows change most: a row that was updated leaves its place to the next one. */
    private static final double STANDING_GROWTH = 1.5;

    private static final Duration VACUUM_PATIENCE = Duration.ofMinutes(2);

    private record Look(int day, long heap, long standing, Map<String, Long> rows, Map<String, Long> dead) {}

    private final List<Look> looks = new ArrayList<>();

    void add(int day, SoakDay done) {
        Sql.number("select count(*) from (select pg_stat_force_next_flush()) flushed");
        var rows = new LinkedHashMap<String, Long>();
        var dead = new LinkedHashMap<String, Long>();
        for (var table : CHANGING) {
            rows.put(table, Sql.number("select count(*) from " + table));
            dead.put(table, dead(table));
        }
        looks.add(new Look(day, heap(), size("standing"), rows, dead));
        var look = looks.get(looks.size() - 1);
        var text = new StringBuilder("day %d: heap %.1f MB, standing %.1f MB, %s%n"
                .formatted(day, look.heap() / 1e6, look.standing() / 1e6, done.counts()));
        for (var table : CHANGING) {
            text.append("  %-18s %,10d rows %,8d dead%n".formatted(table, rows.get(table), dead.get(table)));
        }
        System.out.print(text);
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        // Twice, since what has finalizers goes with the second one.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long size(String table) {
        return Sql.number("select pg_total_relation_size(?::regclass)", table);
    }

    private static long dead(String table) {
        return Sql.number("select n_dead_tup from pg_stat_user_tables where relname = ?", table);
    }

    void mustNotGrow() throws InterruptedException {
        var settled = looks.get(Math.min(1, looks.size() - 1));
        var last = looks.get(looks.size() - 1);
        assertThat(last.heap())
                .as("bytes of heap after %d days, against day %d", last.day(), settled.day())
                .isLessThan((long) (settled.heap() * HEAP_GROWTH));
        assertThat(last.standing())
                .as("bytes of standing after %d days, against day %d", last.day(), settled.day())
                .isLessThan((long) (settled.standing() * STANDING_GROWTH));
        assertThat(last.rows().get(KEPT_FOR_A_DAY))
                .as("answers kept after %d days, against day %d", last.day(), settled.day())
                .isLessThanOrEqualTo(2 * settled.rows().get(KEPT_FOR_A_DAY));
        for (var table : CHANGING) {
            autovacuumMustClear(table, last.rows().get(table));
        }
    }

    private static void autovacuumMustClear(String table, long rows) throws InterruptedException {
        long most = DEAD_AT_LEAST + (long) (DEAD_SHARE * rows);
        long deadline = System.nanoTime() + VACUUM_PATIENCE.toNanos();
        while (dead(table) > most && System.nanoTime() < deadline) {
            Thread.sleep(1000);
        }
        assertThat(dead(table)).as("dead rows of " + table).isLessThanOrEqualTo(most);
    }
}
