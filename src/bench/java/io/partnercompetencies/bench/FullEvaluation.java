package io.partnercompetencies.bench;

import io.partnercompetencies.bench.Work.Done;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Every organisation is due and nothing of it has changed: the time until all competencies of all of them are judged and
 * written. Against reading the columns that a judgement needs, and doing nothing with them.
 */
final class FullEvaluation implements Benchmark {

    private static final int USERS = 1_000_000;

    private static final List<String> NEEDED = List.of(
            "select organization_id, revision, counted_through, next_due_at, stale, evaluated_at, snapshot from standing",
            "select id, market from organization",
            """
            select organization_id, achievement_id, user_id, credential, type, fits, achieved_at, counts_from,
                   known_from, expires_at, revoked_at, ended_at
            from credit where ended_at is null and revoked_at is null and fits""",
            """
            select organization_id, metric, product, association, trial, period, value
            from performance_record where superseded_at is null""",
            "select organization_id, attestation, until, created_at from attestation where ended_at is null",
            "select organization_id, competency_id, level, until, created_at from level_override where ended_at is null",
            "select organization_id, level, starts_on, expires_on, renewal_days from subscription where ended_on is null",
            "select organization_id, competency_id, level from held_level where until is null");

    private DueData data;

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public String title() {
        return "evaluation of all organizations, all competencies, against COPY … TO STDOUT";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(Sample.TIME, 4, 1.5));
    }

    @Override
    public void prepare(Lab lab) throws IOException, SQLException, InterruptedException {
        data = DueData.in(lab, lab.users(USERS));
    }

    @Override
    public Sample reference() throws Exception {
        data.settle();
        try (var connection = data.database().connect()) {
            return data.lab().measure(() -> {
                long organizations = rows(connection, NEEDED.get(0));
                for (var columns : NEEDED.subList(1, NEEDED.size())) {
                    rows(connection, columns);
                }
                return new Done(organizations, organizations);
            });
        }
    }

    private static long rows(Connection connection, String columns) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + columns + ") to stdout");
        long rows = 0;
        while (copy.readFromCopy() != null) {
            rows++;
        }
        return rows;
    }

    @Override
    public Sample product() throws Exception {
        var at = data.reset(DueData.Due.ORGANIZATIONS);
        var before = data.snapshots();
        long organizations = data.organizations(DueData.Due.ORGANIZATIONS);
        var sample = data.pass(at, organizations);
        if (!data.snapshots().equals(before)) {
            throw new IllegalStateException("An evaluation came out otherwise although nothing had changed");
        }
        return new Sample(sample.figures(), organizations);
    }
}
