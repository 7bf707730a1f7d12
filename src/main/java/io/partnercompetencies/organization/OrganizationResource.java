package io.partnercompetencies.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Etags;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.MergePatch;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Organizations", description = "Partner companies.")
class OrganizationResource {

    private final Caller caller;
    private final OrganizationService organizations;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    OrganizationResource(
            Caller caller, OrganizationService organizations, Idempotency idempotency, MergePatch mergePatch) {
        this.caller = caller;
        this.organizations = organizations;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createOrganization", summary = "Take a partner company into the programme")
    @APIResponse(
            responseCode = "201",
            description = "The organization",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = OrganizationView.class)))
    @Extension(name = "x-refused-with", value = "duplicate-organization")
    public Uni<Response> create(@NotNull @Valid NewOrganization wanted) {
        return idempotency.once(
                wanted,
                () -> organizations.create(wanted).map(made -> Answer.created("/v1/organizations/" + made.id(), made)));
    }

    @GET
    @Operation(operationId = "listOrganizations", summary = "All organizations, or the one with an mpnId")
    public Uni<Collection<OrganizationView>> list(
            @QueryParam("mpnId") String mpnId, @BeanParam PageQuery query, @Context UriInfo uri) {
        var page = query.pageById();
        return organizations
                .page(Parameters.text("mpnId", mpnId, 64), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/{organizationId}")
    @Operation(operationId = "getOrganization", summary = "One organization")
    public Uni<RestResponse<OrganizationView>> get(UUID organizationId, @Context HttpHeaders headers) {
        return organizations
                .get(organizationId)
                .map(found -> Etags.answer(headers, Etags.strong(found.version()), found.value()));
    }

    @PATCH
    @Path("/{organizationId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "editOrganization", summary = "Change name, country, mpnId or market")
    @RequestBodySchema(OrganizationEdit.class)
    @Extension(name = "x-refused-with", value = "duplicate-organization")
    public Uni<RestResponse<OrganizationView>> edit(
            UUID organizationId, @NotNull ObjectNode patch, @Context HttpHeaders headers) {
        if (patch.has("mpnId") || patch.has("market")) {
            caller.mustBeTheProgramme("mpnId and market are changed by the programme's administrator.");
        }
        return organizations
                .edit(organizationId, (version, current) -> {
                    Etags.mustAllowChange(headers, Etags.strong(version));
                    return mergePatch.apply(current, patch, OrganizationEdit.class);
                })
                .map(edited -> Etags.edited(Etags.strong(edited.version()), edited.value()));
    }
}
