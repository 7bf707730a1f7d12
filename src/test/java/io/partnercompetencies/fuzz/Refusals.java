package io.partnercompetencies.fuzz;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests that are to be refused, and looks whether those that were have changed anything. */
final class Refusals {

    private final Fuzzed service;
    private final Tables tables;

    Refusals(Fuzzed service, Tables tables) {
        this.service = service;
        this.tables = tables;
    }

    /** Some may be accepted after all, and account for what has changed: then the others are sent again, by themselves. */
    void send(List<Request> volley) throws SQLException, InterruptedException {
        var before = tables.picture();
        var answers = service.send(volley);
        tables.awaitRest();
        var changed = changed(before, tables.picture());
        if (changed.isEmpty()) {
            return;
        }
        var refused = new ArrayList<Request>();
        for (int i = 0; i < volley.size(); i++) {
            if (!volley.get(i).writes() || !answers.get(i).isAccepted()) {
                refused.add(volley.get(i));
            }
        }
        if (refused.size() < volley.size()) {
            send(refused);
        } else {
            throw new AssertionError("Nothing was accepted, and yet changed: " + changed + "\n" + culprit(refused));
        }
    }

    private static String changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(table -> table.getKey() + " from " + before.get(table.getKey()) + " to " + table.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The first that does so alone; all of them where none does. */
    private String culprit(List<Request> refused) throws SQLException, InterruptedException {
        for (var request : refused) {
            var before = tables.picture();
            var answer = service.send(List.of(request)).get(0);
            if (!tables.picture().equals(before)) {
                return service.told(request, answer, "It is this one:");
            }
        }
        return "None does so alone: "
                + refused.stream().map(request -> service.curl(request)).collect(Collectors.joining("\n"));
    }
}
