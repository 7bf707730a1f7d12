package io.partnercompetencies.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Achievements of a hundredth of the organisations begin to count, against the evaluation of all. Compared is the time
 * that the service itself measures of its passes, for the second until the job looks would hide the small one.
 */
final class ChangedOrganizations implements Benchmark {

    private static final int USERS = 1_000_000;
    private static final String PASS = "time of the pass";
    private static final String METRIC = "competencies_sync_run_seconds_sum";
    /** Shorter than the time until the job looks again: passes that find nothing are not to be counted. */
    private static final long AFTER_THE_PASS = 400;

    private static final long BEFORE_THE_PASS = 300;

    private DueData data;

    @Override
    public String name() {
        return "changed";
    }

    @Override
    public String title() {
        return "re-evaluation of changed organizations, one in a hundred, against all";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(PASS, 0.02, 0.01));
    }

    @Override
    public void prepare(Lab lab) throws IOException, SQLException, InterruptedException {
        data = DueData.in(lab, lab.users(USERS));
    }

    @Override
    public Sample reference() throws Exception {
        return pass(DueData.Due.ORGANIZATIONS);
    }

    @Override
    public Sample product() throws Exception {
        return pass(DueData.Due.ACHIEVEMENTS_OF_SOME);
    }

    private Sample pass(DueData.Due due) throws Exception {
        var at = data.reset(due);
        Thread.sleep(Math.max(
                0,
                Duration.between(Instant.now(), at).minusMillis(BEFORE_THE_PASS).toMillis()));
        double before = data.service().metric(METRIC);
        var sample = data.pass(at, data.organizations(due));
        // The pass ends a little after the last organisation is written.
        Thread.sleep(AFTER_THE_PASS);
        return sample.with(PASS, data.service().metric(METRIC) - before);
    }
}
