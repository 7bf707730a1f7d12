package io.partnercompetencies.membership;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.partnercompetencies.organization.PartnerEvents;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The memberships of two organisations that become one: all levels that either holds are held by one term (rows 1.9 and
 * 1.10). Runs in the transaction of the merge, before the evaluation.
 */
@Singleton
public class MergedTerms {

    private static final String RUNNING = """
            select organization_id, id, level, starts_on, expires_on, renewal_days from subscription
            where organization_id = any($1) and status in ('ACTIVE', 'GRACE')""";

    private static final String END = """
            update subscription set status = $3, ended_on = $4, merged_at = $5, version = version + 1
            where organization_id = $1 and id = $2""";

    private static final String BEGIN = """
            insert into subscription
              (organization_id, id, level, status, starts_on, expires_on, bought_at, renewal_days, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 0)""";

    /** What the absorbed company bought is seen in the surviving one's list. */
    private static final String COPY = """
            insert into subscription
              (organization_id, id, level, status, starts_on, expires_on, bought_at, ended_on, upgrade_discount_percent,
               renewal_days, merged_at, merged_from, version)
            select $2, id, level, status, starts_on, expires_on, bought_at, ended_on, upgrade_discount_percent,
                   renewal_days, merged_at, coalesce(merged_from, $1), version
            from subscription where organization_id = $1""";

    private static final String TAKE_LEVELS = """
            insert into held_level (organization_id, competency_id, level, since)
            select $2, h.competency_id, h.level, $3 from held_level h
            where h.organization_id = $1 and h.until is null and not exists (
              select 1 from held_level own
              where own.organization_id = $2 and own.competency_id = h.competency_id and own.level = h.level
                and own.until is null)
            on conflict (organization_id, competency_id, level, since) do update set until = null""";

    private record Running(UUID organizationId, UUID id, Term term) {}

    private final Database database;
    private final HeldLevelRepository levels;
    private final MergedAlerts alerts;
    private final Audit audit;
    private final PartnerEvents events;

    MergedTerms(Database database, HeldLevelRepository levels, MergedAlerts alerts, Audit audit, PartnerEvents events) {
        this.database = database;
        this.levels = levels;
        this.alerts = alerts;
        this.audit = audit;
        this.events = events;
    }

    public Uni<Void> move(Merge merge) {
        return database.rows(RUNNING, (Object) new UUID[] {merge.surviving(), merge.absorbed()})
                .map(MergedTerms::running)
                .chain(running -> move(
                        merge,
                        Optional.ofNullable(running.get(merge.surviving())),
                        Optional.ofNullable(running.get(merge.absorbed()))));
    }

    /** When the surviving organisation has been evaluated. */
    public Uni<Void> tidy(Merge merge) {
        return alerts.forgetWhatIsOver(merge);
    }

    private Uni<Void> move(Merge merge, Optional<Running> own, Optional<Running> absorbed) {
        var today = LocalDate.ofInstant(merge.at(), ZoneOffset.UTC);
        var ownTerm = running(own, today);
        var absorbedTerm = running(absorbed, today);
        var merged = MergedTerm.of(ownTerm, absorbedTerm);
        boolean isReplaced = own.isPresent() && (ownTerm == null || merged.get().begins());
        return (isReplaced
                        ? end(own.get(), ownTerm != null, merge.at())
                        : Uni.createFrom().voidItem())
                .chain(() -> own.isPresent() && ownTerm == null
                        ? levels.endAll(merge.surviving(), merge.at())
                        : Uni.createFrom().voidItem())
                .chain(() -> absorbed.isPresent()
                        ? end(absorbed.get(), absorbedTerm != null, merge.at())
                        : Uni.createFrom().voidItem())
                .chain(() -> database.change(COPY, merge.absorbed(), merge.surviving()))
                .chain(() -> merged.filter(MergedTerm::begins).isPresent()
                        ? begin(merge, merged.get().term(), today)
                        : Uni.createFrom().voidItem())
                .chain(() -> absorbedTerm != null
                        ? database.change(TAKE_LEVELS, merge.absorbed(), merge.surviving(), merge.at())
                                .chain(() -> alerts.take(merge, merged.get().term()))
                        : Uni.createFrom().voidItem())
                .chain(() -> levels.endAll(merge.absorbed(), merge.at()))
                .chain(() -> alerts.clear(merge));
    }

    /** The dates decide, whatever the passes have written (M3). */
    private static Term running(Optional<Running> stored, LocalDate today) {
        return stored.map(Running::term).filter(term -> term.isRunningOn(today)).orElse(null);
    }

    private Uni<Void> end(Running one, boolean byTheMerge, Instant at) {
        var status = byTheMerge ? SubscriptionStatus.MERGED : SubscriptionStatus.EXPIRED;
        return database.change(
                        END,
                        one.organizationId(),
                        one.id(),
                        status,
                        LocalDate.ofInstant(at, ZoneOffset.UTC),
                        byTheMerge ? at : null)
                .chain(() -> audit.record(
                        AuditEvent.of(one.organizationId(), OperationType.UPDATE, ResourceType.SUBSCRIPTION, one.id())
                                .to(Map.of("status", status))))
                .chain(() -> tell(one.organizationId(), one.id(), one.term(), status, at));
    }

    private Uni<Void> begin(Merge merge, Term term, LocalDate today) {
        var id = database.newId();
        var status = SubscriptionStatus.valueOf(term.at(today).name());
        return database.change(
                        BEGIN,
                        merge.surviving(),
                        id,
                        term.level(),
                        status,
                        term.startsOn(),
                        term.expiresOn(),
                        merge.at(),
                        term.window().getDays())
                .chain(() -> audit.record(
                        AuditEvent.of(merge.surviving(), OperationType.CREATE, ResourceType.SUBSCRIPTION, id)
                                .to(view(id, term, status))))
                .chain(() -> tell(merge.surviving(), id, term, status, merge.at()));
    }

    private Uni<Void> tell(UUID organizationId, UUID id, Term term, SubscriptionStatus status, Instant at) {
        return events.tell(List.of(
                MembershipChanged.event(organizationId, view(id, term, status), MembershipChanged.Cause.MERGE, at)));
    }

    private static SubscriptionView view(UUID id, Term term, SubscriptionStatus status) {
        return new SubscriptionView(id, term.level(), status, term.startsOn(), term.expiresOn(), null, null);
    }

    private static Map<UUID, Running> running(List<Row> rows) {
        return rows.stream()
                .map(row -> new Running(
                        row.getUUID("organization_id"),
                        row.getUUID("id"),
                        new Term(
                                Level.valueOf(row.getString("level")),
                                row.getLocalDate("starts_on"),
                                row.getLocalDate("expires_on"),
                                Period.ofDays(row.getInteger("renewal_days")))))
                .collect(Collectors.toMap(Running::organizationId, one -> one));
    }
}
