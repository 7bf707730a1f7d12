package io.partnercompetencies.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each call was accepted and refused. */
final class Tally {

    private static final class Count {
        private int accepted;
        private int unchanged;
        private int refused;
    }

    private final Instant begun = Instant.now();
    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    Tally(Document document) {
        document.calls().forEach(call -> counts.put(call.id(), new Count()));
    }

    void add(Request request, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        var count = counts.get(request.call().id());
        switch (request.isAstray() ? 4 : answer.status() / 100) {
            case 2 -> count.accepted++;
            case 3 -> count.unchanged++;
            default -> count.refused++;
        }
    }

    Set<String> neverAccepted() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().accepted == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        var table = new StringBuilder("%-30s %8s %8s %8s%n".formatted("", "2xx", "304", "refused"));
        counts.forEach((call, count) ->
                table.append("%-30s %8d %8d %8d%n".formatted(call, count.accepted, count.unchanged, count.refused)));
        int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return table
                + "%d requests to %d calls in %d s; by status %s"
                        .formatted(
                                all,
                                counts.size(),
                                Duration.between(begun, Instant.now()).toSeconds(),
                                statuses);
    }
}
