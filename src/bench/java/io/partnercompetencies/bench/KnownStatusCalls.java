package io.partnercompetencies.bench;

import java.util.List;
import java.util.Map;

/** The same calls of clients who know the answer already, against the same reference, which writes it nevertheless. */
final class KnownStatusCalls extends StatusCalls {

    private Map<String, String> tags;

    @Override
    public String name() {
        return "status-known";
    }

    @Override
    public String title() {
        return "the same answered 304 by If-None-Match, against the same handler's 200";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atLeast(Sample.SPEED, 0.80, 2));
    }

    @Override
    public void prepare(Lab lab) throws Exception {
        super.prepare(lab);
        tags = service().tags();
    }

    @Override
    public Sample product() throws Exception {
        return service().measure(tags);
    }
}
