package io.partnercompetencies.organization;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Constraints;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Creates and shows the places of partner companies (1.2). Nothing here removes one (1.5). */
@Singleton
public class LocationService {

    private static final Function<Throwable, Throwable> TAKEN =
            Constraints.refusing(Map.of("location_mpn_id_key", LocationService::taken));

    private final Database database;
    private final LocationRepository locations;
    private final OrganizationService organizations;
    private final Standings standings;
    private final Audit audit;
    private final Clock clock;

    LocationService(
            Database database,
            LocationRepository locations,
            OrganizationService organizations,
            Standings standings,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.locations = locations;
        this.organizations = organizations;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Under the organisation's lock, as the change of its own MPN id is: the two can never be the same. */
    Uni<LocationView> create(UUID organizationId, NewLocation wanted) {
        var made = new LocationView(database.newId(), wanted.mpnId(), wanted.name(), wanted.country(), clock.instant());
        return database.transaction(() -> standings
                        .lockKnown(organizationId)
                        .chain(standing -> organizations.get(organizationId))
                        .invoke(organization -> mustNotBe(organization.value().mpnId(), wanted.mpnId()))
                        .chain(() -> locations.insert(organizationId, made))
                        .chain(() -> audit.record(
                                AuditEvent.of(organizationId, OperationType.CREATE, ResourceType.LOCATION, made.id())
                                        .to(made.asWanted())))
                        .replaceWith(made))
                .onFailure()
                .transform(TAKEN);
    }

    Uni<Found<LocationView>> page(UUID organizationId, Page page) {
        return organizations.get(organizationId).chain(() -> locations.page(organizationId, page));
    }

    /** The names of places by their MPN ids, the company's own among them; without those that nobody knows. */
    public Uni<Map<String, String>> names(Statements in, UUID organizationId, Collection<String> mpnIds) {
        return locations.names(in, organizationId, mpnIds);
    }

    private static void mustNotBe(String ownMpnId, String mpnId) {
        if (ownMpnId.equals(mpnId)) {
            throw Refusal.invalid(
                    "/mpnId", "mpnId is the organization's own; a location has another one, from the partner network.");
        }
    }

    private static Refusal taken() {
        return new Refusal(
                        Code.DUPLICATE_LOCATION,
                        "The organization has a location with this mpnId; look it up in the list of its locations.")
                .at("/mpnId", "is taken");
    }
}
