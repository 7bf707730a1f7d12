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

@Path("/v1/exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(
        name = "Exemptions",
        description = "Anniversaries at which the whole programme counts held levels as met, and why.")
class ExemptionResource {

    private final ExemptionService exemptions;
    private final Idempotency idempotency;

    ExemptionResource(ExemptionService exemptions, Idempotency idempotency) {
        this.exemptions = exemptions;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createExemption",
            summary = "Count held levels as met, by anniversary",
            description = "From now to the close of each anniversary's renewal window. The next pass applies it to all"
                    + " organizations that it concerns.")
    @APIResponse(
            responseCode = "201",
            description = "The exemption",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = ExemptionView.class)))
    public Uni<Response> create(@NotNull @Valid NewExemption wanted) {
        return idempotency.once(
                wanted,
                () -> exemptions.declare(wanted).map(made -> Answer.created("/v1/exemptions/" + made.id(), made)));
    }

    @GET
    @Operation(operationId = "listExemptions", summary = "The exemptions in force, or all of them")
    public Uni<Collection<ExemptionView>> list(
            @QueryParam("includeEnded") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") String includeEnded,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return exemptions
                .page(Parameters.flag("includeEnded", includeEnded), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/{exemptionId}")
    @Operation(operationId = "getExemption", summary = "One exemption, be it ended")
    public Uni<RestResponse<ExemptionView>> get(UUID exemptionId, @Context HttpHeaders headers) {
        return exemptions.get(exemptionId).map(found -> Etags.answer(headers, Etags.strong(found.version()), found));
    }

    @DELETE
    @Path("/{exemptionId}")
    @Operation(
            operationId = "endExemption",
            summary = "End an exemption",
            description = "The next pass computes the statuses that it concerns from the facts again. It stays known as"
                    + " ended.")
    public Uni<Void> end(UUID exemptionId, @Context HttpHeaders headers) {
        return exemptions.end(exemptionId, version -> Etags.mustAllowChange(headers, Etags.strong(version)));
    }
}
