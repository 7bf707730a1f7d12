package io.partnercompetencies.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A copy of the data in which as many achievements wait as there are users, with a service that looks every second. What
 * is evaluated can be put back as it was before they counted or after, and any instant can be made the one at which all
 * of it, or some, is due. Nothing else turns by itself meanwhile.
 */
final class DueData implements AutoCloseable {

    enum Due {
        /** The achievements that wait, and so the organisations that have some. */
        ACHIEVEMENTS,
        /** Those of a hundredth of the organisations. */
        ACHIEVEMENTS_OF_SOME,
        /** Every organisation, though nothing of it has changed. */
        ORGANIZATIONS
    }

    static final int SOME_ORGANIZATIONS = 1000;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** What would end within it ends later: runs take hours, and each turn must come out as the one before. */
    private static final String QUIET = "interval '2 days'";

    /** Between the end of a reset and the instant at which all is due. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final String BEFORE = "before_";
    private static final String AFTER = "after_";

    private static final List<String> EVALUATED = List.of("standing", "level_history", "held_level", "alert");

    private final Lab lab;
    private final Database database;
    private final Service service;
    private final int achievements;
    private Duration resetTakes;

    private DueData(Lab lab, Database database, Service service, int achievements) {
        this.lab = lab;
        this.database = database;
        this.service = service;
        this.achievements = achievements;
        // Generously, for the first time.
        this.resetTakes = Duration.ofMillis(10_000 + achievements / 20);
    }

    static DueData in(Lab lab, int users) throws IOException, SQLException, InterruptedException {
        return lab.share("due-" + users, () -> prepare(lab, users));
    }

    private static DueData prepare(Lab lab, int users) throws IOException, SQLException, InterruptedException {
        var dataset = lab.dataset(users);
        var database = dataset.copy("due");
        database.change("update credit set expires_at = expires_at + " + QUIET
                + " where expires_at between now() and now() + " + QUIET);
        WaitingAchievements.add(database, users, dataset.origin());
        var service = Service.start(database, Map.of("COMPETENCIES_SYNC_EVERY", "1s"));
        var data = new DueData(lab, database, service, (int) database.number("select count(*) from bench.waiting"));
        data.evaluate(Instant.now());
        data.keep(BEFORE);
        WaitingAchievements.letCount(database, Instant.now());
        database.change("vacuum analyze");
        data.evaluate(data.reset(Due.ACHIEVEMENTS));
        data.keep(AFTER);
        return data;
    }

    private void evaluate(Instant until) throws SQLException, InterruptedException {
        try (var due = new DueProbe(database)) {
            due.awaitNone(until, PATIENCE);
        }
    }

    private void keep(String when) throws SQLException {
        for (var table : EVALUATED) {
            database.change("create table bench." + when + table + " as table " + table);
            database.change("analyze bench." + when + table);
        }
    }

    Lab lab() {
        return lab;
    }

    Database database() {
        return database;
    }

    Service service() {
        return service;
    }

    int achievements() {
        return achievements;
    }

    /** How many are due. */
    long organizations(Due due) throws SQLException {
        var table = due == Due.ORGANIZATIONS
                ? "standing"
                : "bench." + (due == Due.ACHIEVEMENTS ? "waiting" : "some_organization");
        return database.number("select count(distinct organization_id) from " + table);
    }

    long waiting() throws SQLException {
        return database.number("select sum(pending) from standing");
    }

    /** What all evaluations say, in short. */
    String snapshots() throws SQLException {
        return database.text("select md5(string_agg(md5(snapshot), '' order by organization_id)) from standing");
    }

    /** Everything as it was; returns the instant, just ahead, at which it is due. */
    Instant reset(Due due) throws IOException, SQLException, InterruptedException {
        while (true) {
            long start = System.nanoTime();
            var at = Instant.now().plus(resetTakes).plus(REST).truncatedTo(ChronoUnit.MILLIS);
            putBack(due, at);
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (Instant.now().plus(REST.dividedBy(2)).isBefore(at)) {
                // Times vary; a little more than this time suffices the next time.
                resetTakes = took.multipliedBy(13).dividedBy(10).plusSeconds(3);
                return at;
            }
            resetTakes = took.multipliedBy(2).plusSeconds(10);
        }
    }

    /** The service looks on meanwhile: it must not wait for long for what the job looks at. */
    private void putBack(Due due, Instant at) throws IOException, SQLException {
        var when = due == Due.ORGANIZATIONS ? AFTER : BEFORE;
        var columns = database.text("""
                select string_agg(attname, ', ' order by attnum) from pg_attribute
                where attrelid = 'standing'::regclass and attnum > 0 and not attisdropped""");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Enough to look all organisations up in memory, instead of reading them once more for each.
            statement.execute("set local work_mem = '1GB'");
            for (var table : EVALUATED) {
                statement.execute("truncate " + table);
                var values = table.equals("standing") ? columns.replace("next_due_at", nextDueAt(due, at)) : "*";
                statement.execute("insert into " + table + " select " + values + " from bench." + when + table);
            }
            // What was told the last time is read by nobody.
            statement.execute("truncate event, event_feed");
            connection.commit();
        }
        database.change("vacuum analyze standing, level_history, held_level, alert");
        settle();
    }

    /**
     * So that turns begin alike: nothing of the last one is left to be written, and no page must come from the disk only
     * because it was not read for a while; some machines take such pages out of memory after half a minute.
     */
    void settle() throws IOException, SQLException {
        lab.server().checkpoint();
        lab.server().warm(database);
    }

    private static String nextDueAt(Due due, Instant at) {
        var which = due == Due.ORGANIZATIONS
                ? "true"
                : "organization_id in (select organization_id from bench."
                        + (due == Due.ACHIEVEMENTS ? "waiting" : "some_organization") + ")";
        return "case when %s then '%s'::timestamptz else next_due_at end".formatted(which, at);
    }

    /**
     * From the instant until nothing is due any more.
     *
     * @param organizations how many must be evaluated
     */
    Sample pass(Instant at, long organizations) throws Exception {
        try (var due = new DueProbe(database)) {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis()));
            var sample = lab.measure(
                    () -> {
                        due.awaitNone(at, PATIENCE);
                        return new Work.Done(organizations, null);
                    },
                    service.process());
            long evaluated = database.number(
                    "select count(*) from standing where evaluated_at >= ?::timestamptz", at.toString());
            if (evaluated != organizations) {
                throw new IllegalStateException(evaluated + " organizations were evaluated and not " + organizations);
            }
            return sample;
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
