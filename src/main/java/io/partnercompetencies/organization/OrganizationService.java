package io.partnercompetencies.organization;

import io.partnercompetencies.access.OrganizationRegister;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.database.Versioned;
import io.partnercompetencies.http.Changes;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Constraints;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Market;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Creates, shows and changes partner companies. */
@Singleton
public class OrganizationService implements OrganizationRegister {

    private static final Function<Throwable, Throwable> TAKEN =
            Constraints.refusing(Map.of("organization_mpn_id_key", OrganizationService::taken));

    private final Database database;
    private final OrganizationRepository organizations;
    private final LocationRepository locations;
    private final Standings standings;
    private final MergedOrganizations merged;
    private final OrganizationChanged changed;
    private final Audit audit;
    private final Clock clock;

    OrganizationService(
            Database database,
            OrganizationRepository organizations,
            LocationRepository locations,
            Standings standings,
            MergedOrganizations merged,
            OrganizationChanged changed,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.locations = locations;
        this.standings = standings;
        this.merged = merged;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<OrganizationView> create(NewOrganization wanted) {
        return createAt(wanted, clock.instant());
    }

    /** Creates the organisation as of an instant, so that what it did since can be told, too. */
    public Uni<OrganizationView> createAt(NewOrganization wanted, Instant now) {
        return database.transaction(() -> create(wanted, database.newId(), now))
                .onFailure()
                .transform(TAKEN);
    }

    private Uni<OrganizationView> create(NewOrganization wanted, UUID id, Instant now) {
        var entity = new OrganizationEntity();
        entity.id = id;
        entity.mpnId = wanted.mpnId();
        entity.name = wanted.name();
        entity.country = wanted.country();
        entity.market = wanted.market();
        entity.createdAt = now;
        return organizations
                .persistAndFlush(entity)
                .chain(() -> organizations.keepMarket(id, wanted.market(), now))
                .chain(() -> standings.open(id, now))
                .chain(() -> changed.on(Change.of(id, now)))
                .chain(() -> audit.record(event(id, OperationType.CREATE).to(entity.edit())))
                .map(done -> entity.view());
    }

    public Uni<Versioned<OrganizationView>> get(UUID id) {
        return organizations.read(id).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.notFound();
            }
            return found.get(0);
        });
    }

    public Uni<Found<OrganizationView>> page(String mpnId, Page page) {
        return organizations
                .count(mpnId)
                .chain(total -> organizations.page(mpnId, page).map(rows -> new Found<>(total, rows)));
    }

    /** Changes the profile. Another market acts at once (T3): thresholds depend on it. */
    public Uni<Versioned<OrganizationView>> edit(UUID id, Changes<OrganizationEdit> changes) {
        var now = clock.instant();
        return database.transaction(() -> standings
                        .lock(List.of(id))
                        .chain(locked -> organizations.findById(id))
                        .chain(entity -> apply(entity, changes, now))
                        .map(entity -> new Versioned<>(entity.version, entity.view())))
                .onFailure()
                .transform(TAKEN);
    }

    /** The market that picks each organisation's thresholds (R6). */
    public Uni<Map<UUID, Market>> markets(Statements in, Collection<UUID> ids) {
        return organizations.markets(in, ids);
    }

    /** The market at a past instant; none for an organisation that did not exist then. */
    public Uni<Optional<Market>> marketAt(Statements in, UUID id, Instant at) {
        return organizations.marketAt(in, id, at);
    }

    /** Refuses what is not there, or part of another one, as long as the running transaction lasts. */
    public Uni<Void> mustExist(UUID id) {
        return merged.mustBeItself(id);
    }

    @Override
    public Uni<Optional<UUID>> mergedInto(UUID id) {
        return merged.mergedInto(id);
    }

    @Override
    public Uni<Boolean> knows(UUID id) {
        return merged.mustBeItself(id)
                .replaceWith(true)
                .onFailure(Refusal.class)
                .recoverWithItem(false);
    }

    /** Something that answers about the organisation show has changed, such as a name, though nothing that counts. */
    public Uni<Void> touch(UUID id) {
        return standings.touch(id);
    }

    private Uni<OrganizationEntity> apply(OrganizationEntity entity, Changes<OrganizationEdit> changes, Instant now) {
        if (entity == null) {
            throw Refusal.notFound();
        }
        var before = entity.edit();
        var edit = changes.on(entity.version, before);
        var cause = edit.market() == entity.market ? null : Cause.MARKET_CHANGES;
        return mustNotBeALocations(entity, edit.mpnId())
                .invoke(() -> entity.take(edit))
                .chain(() -> organizations.flush())
                .chain(() -> organizations.keepMarket(entity.id, entity.market, now))
                .chain(() -> changed.on(Change.of(entity.id, now, cause)))
                .chain(() -> audit.record(
                        event(entity.id, OperationType.UPDATE).from(before).to(entity.edit())))
                .replaceWith(entity);
    }

    private Uni<Void> mustNotBeALocations(OrganizationEntity entity, String mpnId) {
        return locations
                .isTaken(entity.id, mpnId)
                .invoke(taken -> {
                    if (taken) {
                        throw Refusal.invalid("/mpnId", "mpnId belongs to a location of the organization.");
                    }
                })
                .replaceWithVoid();
    }

    private static AuditEvent event(UUID id, OperationType what) {
        return AuditEvent.of(id, what, ResourceType.ORGANIZATION, id);
    }

    private static Refusal taken() {
        return new Refusal(
                        Code.DUPLICATE_ORGANIZATION,
                        "An organization with this mpnId exists; look it up with GET /v1/organizations?mpnId=.")
                .at("/mpnId", "is taken");
    }
}
