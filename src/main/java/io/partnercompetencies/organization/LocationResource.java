package io.partnercompetencies.organization;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/locations")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Organizations")
class LocationResource {

    private final LocationService locations;
    private final Idempotency idempotency;

    LocationResource(LocationService locations, Idempotency idempotency) {
        this.locations = locations;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createLocation",
            summary = "Add a location to a company",
            description = "Its MPN id is its own: no other location of the organization has it, nor the organization"
                    + " itself. A location cannot be removed.")
    @APIResponse(
            responseCode = "201",
            description = "The location",
            content = @Content(schema = @Schema(implementation = LocationView.class)))
    @Extension(name = "x-refused-with", value = "duplicate-location")
    public Uni<Response> create(UUID organizationId, @NotNull @Valid NewLocation wanted) {
        return idempotency.once(
                wanted, () -> locations.create(organizationId, wanted).map(made -> Answer.created(null, made)));
    }

    @GET
    @Operation(operationId = "listLocations", summary = "The locations of a company")
    public Uni<Collection<LocationView>> list(UUID organizationId, @BeanParam PageQuery query, @Context UriInfo uri) {
        var page = query.pageById();
        return locations
                .page(organizationId, page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }
}
