package io.partnercompetencies.competency;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Etags;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Overrides", description = "Levels that the programme counts as met for a time, and why.")
class OverrideResource {

    private final OverrideService overrides;
    private final Idempotency idempotency;

    OverrideResource(OverrideService overrides, Idempotency idempotency) {
        this.overrides = overrides;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createOverride",
            summary = "Count a level as met",
            description = "It acts at once, and ends by itself, after three months unless another end is given.")
    @APIResponse(
            responseCode = "201",
            description = "The override",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = OverrideView.class)))
    public Uni<Response> create(UUID organizationId, @NotNull @Valid NewOverride wanted) {
        return idempotency.once(
                wanted,
                () -> overrides
                        .set(organizationId, wanted)
                        .map(made -> Answer.created(
                                "/v1/organizations/" + organizationId + "/overrides/" + made.id(), made)));
    }

    @GET
    @Operation(operationId = "listOverrides", summary = "The overrides in force, or all of them")
    public Uni<Collection<OverrideView>> list(
            UUID organizationId,
            @QueryParam("includeEnded") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") String includeEnded,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return overrides
                .page(organizationId, Parameters.flag("includeEnded", includeEnded), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/{overrideId}")
    @Operation(operationId = "getOverride", summary = "One override, be it over")
    public Uni<RestResponse<OverrideView>> get(UUID organizationId, UUID overrideId, @Context HttpHeaders headers) {
        return overrides
                .get(organizationId, overrideId)
                .map(found -> Etags.answer(headers, Etags.strong(found.version()), found));
    }

    @DELETE
    @Path("/{overrideId}")
    @Operation(
            operationId = "endOverride",
            summary = "End an override before its time",
            description = "The status is computed from the facts again at once. It stays known as ended.")
    public Uni<Void> end(UUID organizationId, UUID overrideId, @Context HttpHeaders headers) {
        return overrides.end(
                organizationId, overrideId, version -> Etags.mustAllowChange(headers, Etags.strong(version)));
    }
}
