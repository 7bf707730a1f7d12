package io.partnercompetencies.achievement;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rows of an import have been processed. */
final class DoneParts {

    private record Part(int fromHash, int doneHash, int doneRow, boolean isDone) {

        static Part of(Row row) {
            return new Part(
                    row.getInteger("from_hash"),
                    row.getInteger("done_hash"),
                    row.getInteger("done_row"),
                    row.getBoolean("is_done"));
        }
    }

    private final TreeMap<Integer, Part> parts;

    private DoneParts(Map<Integer, Part> parts) {
        this.parts = new TreeMap<>(parts);
    }

    static DoneParts of(List<Row> rows) {
        return new DoneParts(
                rows.stream().map(Part::of).collect(Collectors.toMap(Part::fromHash, Function.identity())));
    }

    boolean contain(int hash, int row) {
        var part = parts.floorEntry(hash).getValue();
        return part.isDone() || hash < part.doneHash() || hash == part.doneHash() && row <= part.doneRow();
    }
}
