package io.partnercompetencies.competency;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MembershipYear;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Waiver;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what makes levels met beside the facts: overrides, and what exemptions make of the levels that are held. */
@Singleton
class WaiverReader {

    private static final String OVERRIDES = """
            select organization_id, id, competency_id, level, reason, created_at, least(until, ended_at) as until
            from level_override
            where organization_id = any($1) and until > $2 and (ended_at is null or ended_at > $2)""";

    private static final String OVERRIDES_KNOWN_AT = """
            select organization_id, id, competency_id, level, reason, created_at, until from level_override
            where organization_id = $1 and created_at <= $2 and until > $2 and (ended_at is null or ended_at > $2)""";

    private static final String EXEMPTIONS =
            "select * from exemption where anniversary_to >= $1 and (ended_at is null or ended_at > $2)";

    private static final String EXEMPTIONS_KNOWN_AT = """
            select id, competencies, anniversary_from, anniversary_to, reason, created_at,
                   null::timestamptz as ended_at
            from exemption
            where anniversary_to >= $1 and created_at <= $2 and (ended_at is null or ended_at > $2)""";

    private final Memberships memberships;

    WaiverReader(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * Those in force at an organisation's instant or later, and those that were in force after {@code endedAfter}. What
     * is held is read only where an exemption exists.
     */
    Uni<Map<UUID, List<Waiver>>> running(Statements in, Map<UUID, Instant> each, Instant endedAfter) {
        return in.rows(OVERRIDES, each.keySet().toArray(UUID[]::new), endedAfter)
                .map(WaiverReader::overrides)
                .chain(overrides -> in.rows(EXEMPTIONS, lastAnniversary(endedAfter), endedAfter)
                        .map(WaiverReader::exemptions)
                        .chain(exemptions -> exemptions.isEmpty()
                                ? Uni.createFrom().item(overrides)
                                : memberships.at(in, each).map(held -> together(overrides, exemptions, held))));
    }

    /** Those in force at a past instant, with the end that was known then (R8). */
    Uni<List<Waiver>> knownAt(Statements in, UUID organizationId, Instant at) {
        return in.rows(OVERRIDES_KNOWN_AT, organizationId, at)
                .map(WaiverReader::overrides)
                .chain(overrides -> in.rows(EXEMPTIONS_KNOWN_AT, lastAnniversary(at), at)
                        .map(WaiverReader::exemptions)
                        .chain(exemptions -> exemptions.isEmpty()
                                ? Uni.createFrom().item(overrides)
                                : memberships
                                        .at(in, Map.of(organizationId, at))
                                        .map(held -> together(overrides, exemptions, held))))
                .map(waivers -> waivers.getOrDefault(organizationId, List.of()));
    }

    /** No exemption from earlier anniversaries can hold then: their windows are closed, however long they were. */
    private static LocalDate lastAnniversary(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).minus(MembershipYear.LONGEST_WINDOW);
    }

    private static Map<UUID, List<Waiver>> together(
            Map<UUID, List<Waiver>> overrides, List<Exemption> exemptions, Map<UUID, Holding> held) {
        var all = new HashMap<>(overrides);
        held.forEach((id, holding) -> {
            var waivers = new ArrayList<>(Exemption.waivers(exemptions, holding));
            waivers.addAll(overrides.getOrDefault(id, List.of()));
            all.put(id, waivers);
        });
        return all;
    }

    private static Map<UUID, List<Waiver>> overrides(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("organization_id"),
                        Collectors.mapping(WaiverReader::override, Collectors.toList())));
    }

    private static Waiver override(Row row) {
        return new Waiver(
                row.getUUID("id"),
                MetBy.OVERRIDE,
                row.getString("competency_id"),
                Level.valueOf(row.getString("level")),
                row.getString("reason"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "until"));
    }

    private static List<Exemption> exemptions(List<Row> rows) {
        return rows.stream().map(WaiverReader::exemption).toList();
    }

    private static Exemption exemption(Row row) {
        var competencies = row.getArrayOfStrings("competencies");
        return new Exemption(
                row.getUUID("id"),
                competencies == null ? Set.of() : Set.of(competencies),
                row.getLocalDate("anniversary_from"),
                row.getLocalDate("anniversary_to"),
                row.getString("reason"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "ended_at"));
    }
}
