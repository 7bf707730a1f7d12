package io.partnercompetencies.achievement;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What became of the rows of one account.
 *
 * @param existing rows that told what was known
 * @param revised what is to be changed by them
 * @param revoked the numbers of the rows that told what has been revoked
 */
record JudgedAccount(UUID accountId, int created, int existing, List<Revised> revised, List<Integer> revoked) {

    static JudgedAccount of(Row row) {
        UUID accountId = row.getUUID("account_id");
        var ids = row.getArrayOfUUIDs("revised");
        var expiries = row.getArrayOfOffsetDateTimes("expiries");
        var sources = row.getArrayOfStrings("sources");
        var revoked = row.getArrayOfIntegers("revoked");
        return new JudgedAccount(
                accountId,
                row.getInteger("created"),
                row.getInteger("existing"),
                IntStream.range(0, ids == null ? 0 : ids.length)
                        .mapToObj(i -> new Revised(
                                accountId, ids[i], expiries[i] == null ? null : expiries[i].toInstant(), sources[i]))
                        .toList(),
                revoked == null ? List.of() : List.of(revoked));
    }

    boolean isChanged() {
        return created > 0 || !revised.isEmpty();
    }
}
