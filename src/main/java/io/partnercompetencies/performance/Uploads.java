package io.partnercompetencies.performance;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Audit audit;

    Uploads(
            Database database,
            PerformanceRepository records,
            Standings standings,
            OrganizationChanged changed,
            RecordCheck check,
            Audit audit) {
        this.database = database;
        this.records = records;
        this.standings = standings;
        this.changed = changed;
        this.check = check;
        this.audit = audit;
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
                    .call(() -> changed.on(Change.of(organizationId, now, Cause.PERFORMANCE_DROPS)))
                    .chain(written -> audited(organizationId, accepted, written));
        });
    }

    private Uni<Void> audited(UUID organizationId, Collection<PerformanceRecord> accepted, int written) {
        var keys = accepted.stream().map(PerformanceRecord::key).toList();
        return written == 0
                ? Uni.createFrom().voidItem()
                : audit.record(AuditEvent.of(organizationId, OperationType.UPDATE, ResourceType.PERFORMANCE, null)
                        .to(Map.of(
                                "records", written,
                                "metrics",
                                        keys.stream()
                                                .map(PerformanceRecord.Key::metric)
                                                .distinct()
                                                .sorted()
                                                .toList(),
                                "periods",
                                        keys.stream()
                                                .map(PerformanceRecord.Key::period)
                                                .distinct()
                                                .sorted()
                                                .toList())));
    }
}
