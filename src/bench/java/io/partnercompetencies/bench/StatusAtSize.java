package io.partnercompetencies.bench;

import java.util.List;
import java.util.Map;

/** What a status call costs the processors, of the service and of PostgreSQL, among many and among few. */
final class StatusAtSize implements Benchmark {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;

    private StatusServer few;
    private StatusServer many;

    @Override
    public String name() {
        return "status-size";
    }

    @Override
    public String title() {
        return "CPU per status call at 1M users, against 10k users";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(Sample.CPU, 1.25, 1.05));
    }

    @Override
    public void prepare(Lab lab) throws Exception {
        few = StatusServer.packaged(lab, FEW);
        many = StatusServer.packaged(lab, lab.users(MANY));
        few.warmUp();
        many.warmUp();
    }

    @Override
    public Sample reference() throws Exception {
        return withoutAnswer(few.measure(Map.of()));
    }

    @Override
    public Sample product() throws Exception {
        return withoutAnswer(many.measure(Map.of()));
    }

    /** They are asked about different organizations. */
    private static Sample withoutAnswer(Sample sample) {
        return new Sample(sample.figures(), null);
    }

    @Override
    public void close() {
        if (few != null) {
            few.close();
        }
        if (many != null) {
            many.close();
        }
    }
}
