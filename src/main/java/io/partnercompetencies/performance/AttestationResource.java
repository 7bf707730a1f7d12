package io.partnercompetencies.performance;

import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.MayBeAbsent;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/attestations")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Attestations", description = "Statuses that are granted outside the programme, and that some levels need.")
class AttestationResource {

    private final AttestationService attestations;

    AttestationResource(AttestationService attestations) {
        this.attestations = attestations;
    }

    @PUT
    @Path("/{attestation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "grantAttestation",
            summary = "The organization has the status",
            description = "It counts at once. Sent again, it takes the new end.")
    public Uni<Void> grant(UUID organizationId, String attestation, @MayBeAbsent @Valid NewAttestation body) {
        return attestations.grant(organizationId, attestation, body == null ? NewAttestation.WITHOUT_END : body);
    }

    @DELETE
    @Path("/{attestation}")
    @Operation(
            operationId = "withdrawAttestation",
            summary = "The organization does not have the status any more",
            description = "It stops counting at once.")
    public Uni<Void> withdraw(UUID organizationId, String attestation) {
        return attestations.withdraw(organizationId, attestation);
    }

    @GET
    @Operation(operationId = "listAttestations", summary = "The statuses that the organization has")
    public Uni<Collection<AttestationView>> list(
            UUID organizationId,
            @QueryParam("includeEnded") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") String includeEnded,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return attestations
                .page(organizationId, Parameters.flag("includeEnded", includeEnded), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }
}
