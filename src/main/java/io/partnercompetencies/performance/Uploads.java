package io.partnercompetencies.performance;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Cause;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes the figures of an organisation's customers; they act in the same transaction (T3). */
@Singleton
public class Uploads {

    /** @param items the rejected records */
    @Schema(name = "PerformanceUpload")
    public record Uploaded(int accepted, List<Rejection> items) {}

    @Schema(name = "RejectedRecord")
    public record Rejection(int index, String problem) {}

    private final Database database;
    private final PerformanceRepository records;
    private final Standings standings;
    private final OrganizationChanged changed;
    private final RecordCheck check;

    Uploads(
            Database database,
            PerformanceRepository records,
            Standings standings,
            OrganizationChanged changed,
            RecordCheck check) {
        this.database = database;
        this.records = records;
        this.standings = standings;
        this.changed = changed;
        this.check = check;
    }

    Uni<Uploaded> put(UUID organizationId, List<NewRecords.NewRecord> sent, Instant now) {
        var rejections = new ArrayList<Rejection>();
        var last = new LinkedHashMap<PerformanceRecord.Key, PerformanceRecord>();
        for (int i = 0; i < sent.size(); i++) {
            try {
                var record = check.read(sent.get(i), FigureReader.month(now));
                last.put(record.key(), record);
            } catch (RecordCheck.Rejected rejected) {
                rejections.add(new Rejection(i, rejected.getMessage()));
            }
        }
        return database.transaction(() -> store(organizationId, last.values(), now))
                .map(done -> new Uploaded(sent.size() - rejections.size(), rejections));
    }

    private Uni<Void> store(UUID organizationId, Collection<PerformanceRecord> accepted, Instant now) {
        return standings.lock(List.of(organizationId)).chain(locked -> {
            if (locked.isEmpty()) {
                throw Refusal.notFound();
            }
            return records.upsert(organizationId, List.copyOf(accepted), now)
                    .chain(() -> changed.on(Change.of(organizationId, now, Cause.PERFORMANCE_DROPS)));
        });
    }
}
