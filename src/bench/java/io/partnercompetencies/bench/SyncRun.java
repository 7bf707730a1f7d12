package io.partnercompetencies.bench;

import io.partnercompetencies.bench.Work.Done;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Everything that waits is due at one instant: the time from then until the last organisation is evaluated and written,
 * the up to one second included until the job looks. Against one statement that sets a flag on the same rows of a table
 * with the same columns and indexes, made anew for each turn: like those of a real table, its pages are full.
 */
final class SyncRun implements Benchmark {

    private static final int USERS = 1_000_000;

    private DueData data;
    private String after;

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String title() {
        return data == null
                ? "sync run"
                : "sync run, %,d due, against one UPDATE that flags the same".formatted(data.achievements());
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(Sample.TIME, 1.5, 0.5));
    }

    @Override
    public void prepare(Lab lab) throws IOException, SQLException, InterruptedException {
        data = DueData.in(lab, lab.users(USERS));
    }

    @Override
    public Sample reference() throws Exception {
        var database = data.database();
        FlaggedCredits.make(database);
        data.settle();
        return data.lab().measure(() -> {
            int flagged = FlaggedCredits.flag(database);
            return new Done(flagged, (long) flagged);
        });
    }

    @Override
    public Sample product() throws Exception {
        var at = data.reset(DueData.Due.ACHIEVEMENTS);
        long before = data.waiting();
        var sample = data.pass(at, data.organizations(DueData.Due.ACHIEVEMENTS));
        mustBeTheSame(data.snapshots());
        return new Sample(sample.figures(), before - data.waiting());
    }

    /** Each turn begins with the same rows, so that it must end with the same. */
    private void mustBeTheSame(String snapshots) {
        if (after != null && !after.equals(snapshots)) {
            throw new IllegalStateException("The evaluations came out otherwise than the time before");
        }
        after = snapshots;
    }
}
