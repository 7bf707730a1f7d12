package io.partnercompetencies.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What in a plan would take longer the more companies there are. */
final class PlanReview {

    /** More than one organisation, one page of a list or one batch of a job has. */
    private static final long MANY = 5_000;

    private final Set<String> growing;
    private final List<String> complaints = new ArrayList<>();

    private PlanReview(Set<String> growing) {
        this.growing = growing;
    }

    /** @param growing the tables with rows for every organisation, person or report */
    static List<String> of(JsonNode plan, Set<String> growing) {
        var review = new PlanReview(growing);
        review.look(plan, false);
        return review.complaints;
    }

    private void look(JsonNode node, boolean limited) {
        var type = node.path("Node Type").asText();
        var table = node.path("Relation Name").asText();
        boolean many = node.path("Plan Rows").asLong() > MANY;
        if (type.equals("Seq Scan") && growing.contains(table)) {
            complaints.add("reads all of " + table);
        }
        if (type.startsWith("Index") && !node.has("Index Cond") && many && !limited) {
            complaints.add("walks all of " + node.path("Index Name").asText());
        }
        if (type.endsWith("Sort") && many) {
            complaints.add("sorts " + node.path("Plan Rows").asLong() + " rows");
        }
        boolean stopsEarly = limited || type.equals("Limit");
        node.path("Plans").forEach(child -> look(child, stopsEarly && !type.endsWith("Sort")));
    }
}
