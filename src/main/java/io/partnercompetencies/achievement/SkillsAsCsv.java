package io.partnercompetencies.achievement;

import io.partnercompetencies.http.Csv;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** With a header line; the first two columns only for readers who may see people. */
final class SkillsAsCsv implements SkillsForm {

    private static final List<String> PEOPLE = List.of("userId", "displayName");

    private static final List<String> COLUMNS = List.of(
            "type",
            "credential",
            "title",
            "status",
            "achievedAt",
            "countsFrom",
            "countedAt",
            "expiresAt",
            "competencies");

    private final boolean withPeople;
    private boolean begun;

    SkillsAsCsv(boolean withPeople) {
        this.withPeople = withPeople;
    }

    @Override
    public Buffer rows(List<SkillView> rows) {
        var lines = new StringBuilder();
        if (!begun) {
            lines.append(line(PEOPLE, COLUMNS));
            begun = true;
        }
        rows.forEach(row -> lines.append(line(row)));
        return Buffer.buffer(lines.toString());
    }

    private String line(SkillView row) {
        var people = new ArrayList<>(2);
        people.add(row.userId());
        people.add(row.displayName());
        var cells = new ArrayList<>(COLUMNS.size());
        cells.add(row.type());
        cells.add(row.credential());
        cells.add(row.title());
        cells.add(row.status());
        cells.add(row.achievedAt());
        cells.add(row.countsFrom());
        cells.add(row.countedAt());
        cells.add(row.expiresAt());
        cells.add(String.join(" ", row.competencies()));
        return line(people, cells);
    }

    private String line(List<?> people, List<?> others) {
        var cells = new ArrayList<Object>(withPeople ? people : List.of());
        cells.addAll(others);
        return Csv.line(cells);
    }

    @Override
    public Buffer end() {
        return Buffer.buffer();
    }
}
