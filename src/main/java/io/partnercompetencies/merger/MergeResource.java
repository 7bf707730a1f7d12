package io.partnercompetencies.merger;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Organizations")
class MergeResource {

    private final Merges merges;
    private final Idempotency idempotency;
    private final Answers answers;

    MergeResource(Merges merges, Idempotency idempotency, Answers answers) {
        this.merges = merges;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeOrganizations",
            summary = "Make another organization part of this one",
            description = "It cannot be undone. Users, achievements, figures and levels go on here, all in one moment;"
                    + " the other organization's past stays at its own address, where nothing can be changed any more.")
    @APIResponse(
            responseCode = "202",
            description = "It is going to happen",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    @Extension(name = "x-refused-with", value = "merge-running, duplicate-user")
    public Uni<Response> start(UUID organizationId, @NotNull @Valid NewMerge wanted) {
        return idempotency.once(
                wanted,
                () -> merges.start(organizationId, wanted.absorbedOrganizationId())
                        .map(begun -> Answer.accepted(
                                "/v1/organizations/" + organizationId + "/merges/" + begun.id(), begun)));
    }

    @GET
    @Path("/merges/{mergeId}")
    @Operation(operationId = "getMerge", summary = "How far a merge is")
    public Uni<RestResponse<MergeView>> get(UUID organizationId, UUID mergeId, @Context HttpHeaders headers) {
        return merges.get(organizationId, mergeId).map(view -> answers.of(headers, view));
    }
}
